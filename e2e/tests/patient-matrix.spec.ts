// Every screen of the patient's page in every language, at every width, in every colour scheme: what axe finds, and
// what an eye, a finger or the Tab key would stumble over. One walk a language; the browser changes its looks on the
// spot.
import { expect, test } from "../watched.ts";
import { FINGER } from "./faults.ts";
import { languages } from "./languages.ts";
import { wrongInAnyLook } from "./looks.ts";
import { eachApart, walkThrough } from "./screens.ts";

for (const language of languages) {
  test(`every screen of the journey is right in every look: ${language.tag}`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    await walkThrough(page, language, async (screen) => {
      if (!screen.again) all.push(...(await wrongInAnyLook(page, screen.name, FINGER)));
    });
    expect(all).toEqual([]);
  });

  test(`every screen apart is right in every look: ${language.tag}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    await eachApart(() => browser.newContext({ serviceWorkers: "block" }), language, async (page, screen) => {
      all.push(...(await wrongInAnyLook(page, screen.name, FINGER)));
    });
    expect(all).toEqual([]);
  });
}
