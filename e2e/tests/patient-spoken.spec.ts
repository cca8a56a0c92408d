// The whole journey as a screen reader speaks it, kept as text in `spoken/`, one section a screen. Whoever changes a word
// or an element sees here what it does to the ear. To accept a change: `cargo xtask test --only e2e` writes what it
// heard beside the kept text; read it aloud, then put it in its place.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../watched.ts";
import { spoken } from "../spoken.ts";
import { languages } from "./languages.ts";
import { focusComesWithin } from "./questionnaire.ts";
import { walkThrough } from "./screens.ts";

// The other languages have the same elements in the same order; the words of one can be read here.
for (const language of languages.slice(0, 1)) {
  test(`the journey sounds as it was agreed on: ${language.tag}`, async ({ page }) => {
    test.setTimeout(180_000);
    const sections: string[] = [];
    const frame = new Map<string, string>();
    await walkThrough(page, language, async (screen) => {
      await page.waitForTimeout(focusComesWithin);
      const focused = await page.evaluate(() => {
        const at = document.activeElement;
        return !at || at === document.body ? "the page" : `${at.localName} ${at.id || at.className}`.trim();
      });
      const phrases = withoutRepeats(told(await spoken(page)), frame);
      const lines = [`== ${screen.name}`, `title: ${await page.title()}`, `focus: ${focused}`, ...phrases];
      sections.push(lines.join("\n"));
    });
    const heard = `${sections.join("\n\n")}\n`;
    const kept = join(import.meta.dirname, `spoken/${language.tag}.txt`);
    const beside = kept.replace(/txt$/, "heard.txt");
    if (!existsSync(kept) || heard !== readFileSync(kept, "utf8")) {
      mkdirSync(join(kept, ".."), { recursive: true });
      writeFileSync(beside, heard);
    } else {
      rmSync(beside, { force: true });
    }
    expect(heard).toBe(existsSync(kept) ? readFileSync(kept, "utf8") : "");
  });
}

/** What a person hears: readers pass over where paragraphs and bold words begin and end, and say a label once. */
function told(phrases: string[]): string[] {
  let label = "";
  const heard = phrases.filter((phrase) => {
    const said = phrase !== "" && label.startsWith(phrase);
    label = said ? label.slice(phrase.length).trimStart() : (/^radio, (.*), (?:not )?checked,/.exec(phrase)?.[1] ?? "");
    return !said && !/^(end of )?(paragraph|strong|document)$/.test(phrase);
  });
  return heard.map(steady);
}

/** The head and the foot of the page are written down where they change, and only named where they stay as they were. */
function withoutRepeats(phrases: string[], frame: Map<string, string>): string[] {
  return ["banner", "contentinfo"].reduce((rest, part) => {
    const [from, to] = [rest.indexOf(part), rest.indexOf(`end of ${part}`)];
    const said = rest.slice(from, to + 1).join("\n");
    if (from < 0 || frame.get(part) !== said) {
      frame.set(part, said);
      return rest;
    }
    return [...rest.slice(0, from), `${part}, as before`, ...rest.slice(to + 1)];
  }, phrases);
}

/** Without what differs each time: the receipt code and the version. */
function steady(phrase: string): string {
  return phrase
    .replace(/\b[0-9A-Z](?: [0-9A-Z]){7}\b/g, "R E C E I P T 1")
    .replace(/linkwell-[0-9A-Z]{8}\.txt/g, "linkwell-RECEIPT1.txt")
    .replace(/Linkwell \d+\.\d+\.\d+.*/g, "Linkwell VERSION");
}
