// A browser that cannot run the page says at once, in plain words, how to take part without it.
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, patientUrl, test } from "../watched.ts";

const places: [string, string][] = [
  ["the folder", patientUrl],
  ["one file", pathToFileURL(process.env.LINKWELL_SINGLE_FILE!).href],
];

/** The study's own words are there, nothing waits to be shown, and nothing promises that more will come. */
async function helps(page: Page, heading: string): Promise<void> {
  await expect(page.locator("h1")).toHaveText(heading);
  await expect(page.getByText("Ask your link worker for a paper copy")).toBeVisible();
  await expect(page.getByRole("link", { name: "01632 960123" })).toHaveAttribute("href", "tel:01632960123");
  await expect(page.locator(".if-it-stays")).toHaveCount(0);
  await expect(page.getByText("within a minute")).toHaveCount(0);
}

for (const [place, address] of places) {
  test(`${place}: without WebAssembly`, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    await page.goto(address);
    await helps(page, "This page does not work in this browser");
  });

  test(`${place}: with a WebAssembly that is too old`, async ({ page }) => {
    await page.addInitScript(() => {
      WebAssembly.validate = () => false;
    });
    await page.goto(address);
    await helps(page, "This page does not work in this browser");
  });

  test(`${place}: with JavaScript switched off`, async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address);
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.getByText("Ask your link worker for a paper copy")).toBeVisible();
    await expect(page.getByRole("link", { name: "study@example.org" })).toBeVisible();
    await page.close();
  });
}

test("without modules, as in browsers from before 2018", async ({ page }) => {
  // Such a browser leaves `type=module` alone and runs what is marked `nomodule`; this one is made to do the same.
  await page.route(patientUrl, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/<script[^>]*type="module"[^>]*><\/script>/, "").replace(" nomodule", "");
    await route.fulfill({ response: answer, body: html });
  });
  await page.goto(patientUrl);
  await helps(page, "This page does not work in this browser");
});

test("with a script that does not arrive", async ({ browser }) => {
  const page = await browser.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(patientUrl);
  await helps(page, "This page could not start");
  await page.close();
});

test("while it loads, nothing is said that would only worry", async ({ browser }) => {
  const page = await browser.newPage();
  await page.route("**/*.wasm", () => {});
  await page.goto(patientUrl, { waitUntil: "domcontentloaded" });
  await expect(page.locator("h1")).toHaveText("Loading");
  await expect(page.getByText("Ask your link worker for a paper copy")).toBeHidden();
  await expect(page.getByText("Ask your link worker for a paper copy")).toBeVisible();
  await page.close();
});
