// axe on every screen of the patient's page, at every width.
import { accessibilityBreaches, expect, patientUrl, test, widths } from "../watched.ts";
import { Questionnaire, code } from "./questionnaire.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme });
    const form = new Questionnaire(page, "keyboard");
    const clean = async (screen: string) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await form.fits();
        expect(await accessibilityBreaches(page), `${screen} at ${width} px`).toEqual([]);
      }
    };
    await page.goto(patientUrl);
    await page.getByRole("button", { name: "Start now" }).waitFor();
    await clean("start");
    await page.getByText("Get help now").click();
    await clean("help");
    await page.getByText("Get help now").click();
    await form.select("Start now");
    await clean("consent");
    await form.select("I agree and want to go on");
    await clean("consent missing");
    await form.tick("I have read this sheet");
    await form.tick("I want to take part.");
    await clean("consent ticked");
    await form.select("I agree and want to go on");
    await clean("code");
    await form.select("Continue");
    await clean("code missing");
    await form.typeCode(code.typed);
    await form.select("Continue");
    await clean("who");
    await form.select("Continue");
    await clean("who missing");
    await form.choose(0);
    await form.select("Continue");
    await clean("numbers");
    await form.select("Continue");
    await clean("numbers, asked again");
    await form.choose(4);
    await clean("numbers, chosen");
    await form.select("Continue");
    for (let number = 2; number <= 4; number++) {
      await form.question(number);
      await form.select("I’d rather not say");
    }
    await form.question(5);
    await clean("words");
    await form.choose(2);
    await clean("words, chosen");
    await form.select("Back");
    await form.question(4);
    await clean("not said");
    for (let number = 4; number <= 18; number++) {
      await form.question(number);
      await form.select("I’d rather not say");
    }
    await form.heading("Check your answers");
    await clean("check");
    await form.select("Finish and lock my answers");
    await form.heading("Your answers are locked");
    await clean("hand over");
    await form.save();
    await clean("handed over");
    await form.select("Finish and clear this device");
    await form.heading("You have finished");
    await clean("ended");
  });
}

test("axe finds nothing where the questions cannot be shown, nor on the offer to carry on", async ({ page, context }) => {
  await page.goto(`${patientUrl}#wave=never`);
  await expect(page.locator("h1")).toHaveText("The questions cannot be shown just now");
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.goto(patientUrl);
  await new Questionnaire(page, "keyboard").begin();
  await page.close();
  const second = await context.newPage();
  await second.goto(patientUrl);
  await expect(second.locator("h1")).toHaveText("Welcome back");
  expect(await accessibilityBreaches(second)).toEqual([]);
});

test("larger text, wider spacing and zoom need no sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.fits();
  // WCAG 1.4.12. The page's policy refuses style elements; its own style sheet takes the rules.
  await page.evaluate(() => {
    const rules = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  });
  await form.fits();
  for (const number of [1, 2, 3, 4]) {
    await form.question(number);
    await form.select("I’d rather not say");
    await form.fits();
  }
});
