// Takes a picture of every screen of the patient's page, for looking at: each width, light and dark, and once mirrored.
//
//   LINKWELL_PATIENT_URL=http://127.0.0.1:8080/ LINKWELL_CHROMIUM=/usr/bin/chromium node shots.mjs [width …]
//
// The pictures go to `shots/`, which git ignores. Nothing is checked here; the tests do that.
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";

const url = process.env.LINKWELL_PATIENT_URL ?? "http://127.0.0.1:8080/";
const widths = process.argv.slice(2).map(Number);
const looks = [
  ...[320, 820, 1280].flatMap((width) => [
    { width, colorScheme: "light" },
    { width, colorScheme: "dark" },
  ]),
  { width: 820, colorScheme: "light", direction: "rtl" },
  { width: 320, colorScheme: "light", direction: "rtl" },
].filter(({ width }) => widths.length === 0 || widths.includes(width));

/** A participant code of the sample study. */
const CODE = "13nevd";

mkdirSync(new URL("shots/", import.meta.url), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.LINKWELL_CHROMIUM, args: ["--no-sandbox"] });
for (const look of looks) await journey(look);
await browser.close();

async function journey({ width, colorScheme, direction }) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  const name = [width, colorScheme, direction].filter(Boolean).join("-");
  let number = 0;
  const shot = async (screen) => {
    const file = `shots/${name}-${String(++number).padStart(2, "0")}-${screen}.png`;
    await page.screenshot({ path: new URL(file, import.meta.url).pathname, fullPage: true });
  };
  const select = (words) => page.getByRole("button", { name: words, exact: true }).click();

  await page.goto(url);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  if (direction) await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
  await shot("start");
  await page.getByText("Get help now").click();
  await shot("help");
  await page.getByText("Get help now").click();
  await select("Start now");
  await shot("consent");
  await select("I agree and want to go on");
  await shot("consent-missing");
  for (const box of (await page.getByRole("checkbox").all()).slice(0, 2)) await box.check();
  await shot("consent-ticked");
  await select("I agree and want to go on");
  await shot("code");
  await select("Continue");
  await shot("code-missing");
  await page.getByRole("textbox").fill(CODE);
  await shot("code-typed");
  await select("Continue");
  await shot("who");
  await select("Continue");
  await shot("who-missing");
  await page.getByRole("radio").first().check();
  await select("Continue");
  await shot("numbers");
  await page.keyboard.press("Tab");
  await shot("numbers-focus");
  await select("Continue");
  await shot("numbers-asked");
  await page.getByRole("radio").nth(7).check();
  await shot("numbers-chosen");
  await select("Continue");
  await page.getByRole("button", { name: "Continue" }).focus();
  await page.keyboard.press("Tab");
  await shot("button-focus");
  await select("I’d rather not say");
  await select("Continue");
  await select("Skip this question");
  await page.getByRole("radio").last().check();
  await shot("numbers-last");
  await select("Continue");
  await shot("words");
  await page.getByRole("radio").nth(1).check();
  await shot("words-chosen");
  await select("Continue");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByText("Question 5 of").waitFor();
  await select("Clear my answer");
  await select("I’d rather not say");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByText("You chose not to say").waitFor();
  await shot("not-said");
  while (!(await page.getByRole("heading", { name: "Check your answers" }).isVisible())) {
    const radio = page.getByRole("radio").first();
    await radio.check();
    await select("Continue");
  }
  await shot("check");
  await select("Finish and lock my answers");
  await shot("hand-over");
  const saved = page.waitForEvent("download");
  await select("Save the file");
  await saved;
  await page.getByText("The file is saved").waitFor();
  await shot("handed-over");
  await select("Finish and clear this device");
  await page.getByText("You have finished").waitFor();
  await shot("ended");

  const other = await context.newPage();
  await other.route("**/study.bundle.json", (route) => route.fulfill({ status: 404, body: "" }));
  await other.goto(url);
  await other.getByRole("button", { name: "Try again" }).waitFor();
  await other.screenshot({ path: new URL(`shots/${name}-90-unavailable.png`, import.meta.url).pathname, fullPage: true });
  await context.close();
}
