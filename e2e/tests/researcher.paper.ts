// A paper form of the sample study, and how somebody keys it in.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

import { demo } from "./researcher.inbox.ts";

interface Form {
  participant: string;
  wave: string;
  site: string;
  link_worker: string;
  completed: string;
  help: string;
  language: string;
  consent: { version: string; agreed: string[] };
  answers: Record<string, number | string>;
}

/** The form. */
export const sampleForm: Form = JSON.parse(readFileSync(join(demo, "answers/baseline-34.json"), "utf8"));

/** The study folder of the sample as a zip, as a team has it. */
export function zipOfSample(folder: string): string {
  const zip = join(folder, "study.zip");
  const names = ["study.json", "instruments"].map((name) => join(demo, name));
  if (!existsSync(zip)) execFileSync("python3", ["-m", "zipfile", "-c", zip, ...names]);
  return zip;
}

/** Keys the form in as people do: choices by their words, everything else typed, from field to field with Enter. */
export async function fillPaperForm(page: Page, form: Form, changes: Record<string, string> = {}): Promise<void> {
  await page.locator("#keyed-participant").fill(form.participant.toLowerCase());
  await page.locator("#keyed-wave").selectOption(form.wave);
  await page.locator("#keyed-site").selectOption(`${form.site}/${form.link_worker}`);
  await page.locator("#keyed-completed").fill(form.completed.split("-").reverse().join(" "));
  await page.locator("#keyed-help").selectOption(form.help);
  await page.locator("#keyed-language").selectOption(form.language);
  await page.locator("#keyed-consent").selectOption("signed");
  await page.locator("#keyed-version").fill(form.consent.version);
  for (const id of form.consent.agreed) await page.locator(`#keyed-agreed-${id}`).check();
  const items = await page.locator(".keyed-item input.code").evaluateAll((all) => all.map(({ id }) => id));
  expect(items.length).toBe(Object.keys(form.answers).length);
  await page.locator(`#${items[0]}`).focus();
  for (const id of items) {
    await expect(page.locator(`#${id}`)).toBeFocused();
    const item = id.slice("keyed-item-".length);
    const answer = changes[item] ?? String(form.answers[item]);
    await page.keyboard.type(answer === "skipped" ? "s" : answer === "prefer_not_to_say" ? "p" : answer);
    if (id !== items.at(-1)) await page.keyboard.press("Enter");
  }
}
