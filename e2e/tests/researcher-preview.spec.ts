// The preview in the study builder: the patient's page, live, beside the form.
import type { Page } from "@playwright/test";

import { expect, researcherUrl, test } from "../watched.ts";
import { keptOfWork } from "./researcher.kept.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(heading(page)).toHaveText("Open sealed files");
  watch.hasStarted = true;
  await page.getByRole("link", { name: "Make or change a study" }).click();
  await page.getByRole("button", { name: "Start a new study" }).click();
  await expect(heading(page)).toHaveText("Your study");
}

test("a study with mistakes has no journey yet", async ({ page, watch }) => {
  await begin(page, watch);
  await page.getByLabel("First day").fill("soon");
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByText("When they are mended, the patient's page appears here.")).toBeVisible();
  await expect(page.locator("#preview-frame")).toBeHidden();
  await page.getByLabel("First day").fill("274");
  await page.getByLabel("Name of the study").fill("Walks and talks");
  await expect(page.frameLocator("#preview-frame").getByRole("heading", { level: 1 })).toHaveText("Walks and talks");
  await expect(page.locator("#preview-frame")).toBeVisible();
});

test("the journey is walked through while the study is being made, and nothing is kept", async ({ page, watch }) => {
  test.setTimeout(120_000);
  await begin(page, watch);
  // Keys are not needed for it: what people see does not depend on them.
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.locator("#preview-title")).toBeFocused();
  const phone = page.frameLocator("#preview-frame");
  const title = phone.getByRole("heading", { level: 1 });
  await page.getByLabel("Name of the study").fill("Walks and talks");
  await expect(title).toHaveText("Walks and talks");

  // It has the width of a phone and the looks of the patient's page, although the page around it is wide.
  const looks = await phone.locator("html").evaluate((body) => ({
    width: body.ownerDocument.defaultView!.innerWidth,
    paper: getComputedStyle(body).backgroundColor,
    small: body.ownerDocument.defaultView!.matchMedia("(max-width: 40em)").matches,
  }));
  expect(looks.width).toBeLessThan(400);
  expect(looks.small).toBe(true);
  expect(looks.paper).toBe("rgb(251, 250, 247)");

  await phone.getByRole("button", { name: /^Start/ }).click();
  await expect(title).toBeFocused();
  const code = (await page.getByText("A participant code to try").textContent())!.match(/([0-9A-Z]{3} [0-9A-Z]{3})\./)![1];
  await phone.getByRole("textbox").fill(code);
  await phone.getByRole("button", { name: "Continue" }).click();
  await phone.getByRole("radio").first().check();
  await phone.getByRole("button", { name: "Continue" }).click();
  await expect(phone.getByText(/^Question 1 of/)).toBeVisible();
  // Going on without an answer asks first, as in the page.
  await phone.getByRole("button", { name: "Continue" }).click();
  await phone.getByRole("button", { name: "Skip this question" }).click();
  await expect(phone.getByText(/^Question 2 of/)).toBeVisible();
  await phone.getByRole("radio").nth(3).check();
  await expect(phone.getByRole("radio").nth(3)).toBeChecked();

  // A change of the study leaves them where they are.
  await page.getByLabel("Name of the study").fill("Walks");
  await expect(phone.getByText("Walks", { exact: true })).toBeVisible();
  await expect(phone.getByText(/^Question 2 of/)).toBeVisible();
  await expect(page.getByLabel("Name of the study")).toBeFocused();
  // While something is wrong, it waits.
  await page.getByLabel("First day").fill("soon");
  await expect(page.getByText("The study has mistakes, so the preview waits")).toBeVisible();
  await page.getByLabel("First day").fill("274");
  await expect(page.getByText("The study has mistakes, so the preview waits")).toHaveCount(0);

  await page.getByRole("button", { name: "From the start" }).click();
  await expect(title).toHaveText("Walks");
  await page.getByRole("button", { name: "followup" }).click();
  await expect(title).toHaveText("Walks");
  await page.getByRole("button", { name: "Close the preview" }).click();
  await expect(page.locator("#preview-frame")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(title).toHaveText("Walks");
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});
