// A study behind the real nginx, with the snippet that `linkwell site` writes for it and nothing else that matters.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, linkwellCommand, test } from "../watched.ts";
import { Nginx } from "./nginx.ts";
import { Questionnaire } from "./questionnaire.ts";

const study = join(import.meta.dirname, "../../studies/demo/study.json");
const types = "text/html html; text/javascript js; text/css css; application/wasm wasm; application/json json; text/plain txt; image/svg+xml svg; image/png png;";

let nginx: Nginx;

test.beforeEach(async () => {
  nginx = await Nginx.start((folder) => {
    const site = join(folder, "site");
    execFileSync(linkwellCommand, ["site", "--study", study, "--pages", process.env.LINKWELL_PAGES!, "-o", site]);
    return `types { ${types} } root ${site}; location / { include ${site}/_nginx.conf; }`;
  }, "/index.html");
});

test.afterEach(() => nginx.stop());

test("nginx sends every header, the right types and the compressed copies", async () => {
  const site = join(nginx.folder, "site");
  const lines = readFileSync(join(site, "_headers"), "utf8").split("\n");
  const wanted = lines.map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)).filter((found) => found !== null);
  expect(wanted.length).toBeGreaterThan(5);
  for (const path of ["/", "/study.bundle.json", "/manifest.webmanifest"]) {
    const { status, headers } = await nginx.answer(path);
    expect(status, path).toBe(200);
    for (const [, name, value] of wanted) {
      // The folder asks for more of some files than of others.
      if (name === "Cache-Control") expect(headers["cache-control"], path).toBeTruthy();
      else expect(headers[name.toLowerCase()], `${path}: ${name}`).toBe(value);
    }
  }
  expect((await nginx.answer("/manifest.webmanifest")).headers["content-type"]).toBe("application/manifest+json");
  const code = readdirSync(site).find((name) => name.endsWith(".wasm"))!;
  const sent = await nginx.answer(`/${code}`, "GET", { "Accept-Encoding": "gzip" });
  expect([sent.headers["content-type"], sent.headers["content-encoding"]]).toEqual(["application/wasm", "gzip"]);
});

test("the page works behind nginx, and after the first visit without it", async ({ browser }) => {
  const page = await browser.newPage();
  const breaches: string[] = [];
  await page.exposeFunction("linkwellTestBreach", (breach: string) => breaches.push(breach));
  await page.addInitScript(() => {
    const report = (window as unknown as { linkwellTestBreach: (breach: string) => void }).linkwellTestBreach;
    document.addEventListener("securitypolicyviolation", (event) => report(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await page.goto(`${nginx.origin}/`);
  const form = new Questionnaire(page, "keyboard");
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await form.begin();
  await form.answer(1, 7);
  await form.question(2);
  await nginx.stop();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.locator(".caption")).toHaveText("Question 2 of 18");
  expect(breaches).toEqual([]);
  await page.close();
});
