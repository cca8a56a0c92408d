// A page under watch. Everything that a page must never do while a person uses it is collected here, and the test fails
// at its end if there was anything: a message on the console, a breach of the policy, a request after load.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page, type Request } from "@playwright/test";
import axe from "axe-core";

/** The addresses of the pages and the path of the command, from `cargo xtask test`. */
export const patientUrl = process.env.LINKWELL_PATIENT_URL!;
export const researcherUrl = process.env.LINKWELL_RESEARCHER_URL!;
export const linkwellCommand = process.env.LINKWELL_COMMAND!;

/** The widths at which every screen is looked at, in CSS pixels: a small phone, a tablet, a desk. */
export const widths = [320, 820, 1280];

/** What a test tells the watch. */
interface Watch {
  /** Set to true when the page has loaded: from then on any request is a fault. */
  hasStarted: boolean;
}

export const test = base.extend<{ watch: Watch; folder: string }>({
  watch: async ({}, use) => use({ hasStarted: false }),

  /** A folder of its own for each test that asks for one. */
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "linkwell-test-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },

  page: async ({ page, watch }, use) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
    page.on("requestfailed", (request) => {
      // A worker that is not needed any more is let go, also while its scripts are still on their way.
      const isLetGo = isForWorkers(request) && request.failure()?.errorText === "net::ERR_ABORTED";
      if (!isLetGo) faults.push(`request failed: ${request.url()}`);
    });
    // The service worker copies the study once, while the page may be in use already. That is over when it is ready.
    let hasCopied = false;
    await page.exposeFunction("linkwellTestCopied", () => (hasCopied = true));
    page.context().on("request", (request) => {
      const isExpected = (!hasCopied && isForCopying(request)) || isForWorkers(request);
      if (watch.hasStarted && !isExpected) faults.push(`request after load: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
    });
    await page.exposeFunction("linkwellTestBreach", (breach: string) => faults.push(`policy: ${breach}`));
    await page.addInitScript(() => {
      const copied = () => (window as unknown as { linkwellTestCopied: () => void }).linkwellTestCopied();
      void navigator.serviceWorker?.ready.then(copied);
      document.addEventListener("securitypolicyviolation", (event) => {
        const report = (window as unknown as { linkwellTestBreach: (breach: string) => void }).linkwellTestBreach;
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await use(page);
    expect(faults, "what the page must never do").toEqual([]);
  },
});

/** Whether a request is the service worker's, or for the service worker itself. */
function isForCopying(request: Request): boolean {
  return request.serviceWorker() !== null || new URL(request.url()).pathname.endsWith("/sw.js");
}

/** Whether a request is for the scripts of the researcher's workers: they are started again after "Lock". */
function isForWorkers(request: Request): boolean {
  const { href, search } = new URL(request.url());
  return href.startsWith(researcherUrl) && search === "" && /^(crew|researcher-[0-9a-f]+)\.js$/.test(href.slice(researcherUrl.length));
}

export { expect };

/** Every breach that axe finds on the screen as it is now: WCAG 2.0 to 2.2, A and AA, and good practice. */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  // Evaluated by the test's debugger, which the page's policy doesn't concern; the page itself is left as it is.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const engine = (window as unknown as { axe: typeof axe }).axe;
    const results = await engine.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
      // There are neither frames nor foreign style sheets to wait for.
      iframes: false,
      preload: false,
      // In forced colours the reader's own palette decides, and the browser reports the page's.
      rules: { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } },
    });
    return results.violations.flatMap((breach) =>
      breach.nodes.map((node) => `${breach.id}: ${breach.help}: ${node.target.join(" ")}`),
    );
  });
}
