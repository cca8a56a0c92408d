// Every screen of the patient's page in every language, at every width, in every colour scheme: what axe finds, and
// what an eye, a finger or the Tab key would stumble over. One walk a language; the browser changes its looks on the
// spot.
import type { Page } from "@playwright/test";
import { accessibilityBreaches, expect, test, widths } from "../watched.ts";
import { faults } from "./faults.ts";
import { languages } from "./languages.ts";
import { eachApart, walkThrough } from "./screens.ts";

const schemes = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active" },
] as const;

/** Everything that is wrong with a screen, whatever it looks like. */
async function wrong(page: Page, screen: string): Promise<string[]> {
  const all: string[] = [];
  for (const { name, ...media } of schemes) {
    await page.emulateMedia(media);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = [...(await accessibilityBreaches(page)), ...(await faults(page))];
      all.push(...found.map((fault) => `${screen}, ${width} px, ${name}: ${fault}`));
    }
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return all;
}

for (const language of languages) {
  test(`every screen of the journey is right in every look: ${language.tag}`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    await walkThrough(page, language, async (screen) => {
      if (!screen.again) all.push(...(await wrong(page, screen.name)));
    });
    expect(all).toEqual([]);
  });

  test(`every screen apart is right in every look: ${language.tag}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    await eachApart(() => browser.newContext({ serviceWorkers: "block" }), language, async (page, screen) => {
      all.push(...(await wrong(page, screen.name)));
    });
    expect(all).toEqual([]);
  });
}
