// Read aloud, with voices that the test controls: no machine that runs tests has a voice of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, patientUrl, test } from "../watched.ts";
import { Questionnaire } from "./questionnaire.ts";
import { english, remote, welsh, withVoices, type Speech } from "./voices.ts";

const wording = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../instruments/ons4/wording.en.json"), "utf8"),
);

for (const [name, voices] of [["no voice", []], ["a voice elsewhere", [remote]], ["another language", [welsh]]] as const) {
  test(`with ${name} there is nothing to select`, async ({ page }) => {
    await withVoices(page, [...voices]);
    await page.goto(patientUrl);
    await new Questionnaire(page, "keyboard").begin();
    await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Read aloud" })).toHaveCount(0);
  });
}

test("a voice of the device reads the question's own words in their order, until the next step", async ({ page }) => {
  await withVoices(page, [remote, welsh]);
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await expect(page.getByRole("button", { name: "Read aloud" })).toHaveCount(0);
  // Browsers find their voices late.
  await page.evaluate((voice) => {
    const speech = window.speechSynthesis as unknown as Speech;
    speech.voices.push(voice);
    speech.dispatchEvent(new Event("voiceschanged"));
  }, english);
  const speech = () =>
    page.evaluate(() => {
      const { said, silences } = window.speechSynthesis as unknown as Speech;
      return { said, silences };
    });
  await form.select("Read aloud");
  await expect(page.getByRole("button", { name: "Stop reading" })).toBeFocused();

  const labels: { code: number; label: string }[] = wording.labels[wording.items[0].labels];
  const numbers = Array.from({ length: 11 }, (_, code) => {
    const label = labels.find((label) => label.code === code)?.label;
    return label ? `${code} ${label}` : `${code}`;
  });
  const { said } = await speech();
  expect(said.map(({ text }) => text)).toEqual([wording.intro, wording.items[0].text, ...numbers].filter(Boolean));
  expect(new Set(said.map(({ lang, voice }) => `${lang} ${voice}`))).toEqual(new Set(["en English"]));

  const before = (await speech()).silences;
  await form.select("Stop reading");
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  expect((await speech()).silences).toBeGreaterThan(before);

  await form.select("Read aloud");
  const reading = (await speech()).silences;
  await form.choose(4);
  await expect(page.getByRole("button", { name: "Stop reading" })).toBeVisible();
  await form.select("Continue");
  await form.question(2);
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  expect((await speech()).silences).toBeGreaterThan(reading);

  // At its end it is over by itself.
  await form.select("Read aloud");
  await page.evaluate(() => {
    const { queue } = window.speechSynthesis as unknown as { queue: EventTarget[] };
    queue.at(-1)?.dispatchEvent(new Event("end"));
  });
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
});
