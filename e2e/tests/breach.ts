// Whether a page's policy does what it says.
import type { Page } from "@playwright/test";

/** The part of the policy that `attempt` breaks. */
export async function breach(page: Page, attempt: () => void): Promise<string> {
  await page.evaluate(() => {
    const reported = new Promise<string>((done) => {
      document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
    });
    Object.assign(window, { reported });
  });
  await page.evaluate(attempt).catch(() => {});
  return page.evaluate(() => (window as unknown as { reported: Promise<string> }).reported);
}
