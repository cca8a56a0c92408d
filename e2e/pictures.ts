// Takes a picture of every screen of the patient's page in every look, and makes one page of them all, for looking at.
// Nothing is checked here; the tests do that. The pictures go to `screens/` in the workspace, which git ignores.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type BrowserContextOptions, type Page } from "@playwright/test";
import { languages, type Language } from "./tests/languages.ts";
import { eachApart, walkThrough } from "./tests/screens.ts";

const folder = join(import.meta.dirname, "../screens");

/** How the page is looked at. */
interface Look {
  name: string;
  width: number;
  options?: BrowserContextOptions;
  media?: "print";
  /** Mirrors a language that runs from left to right. */
  mirrored?: true;
}

const looks: readonly Look[] = [
  { name: "phone", width: 320 },
  { name: "phone, dark", width: 320, options: { colorScheme: "dark" } },
  { name: "phone, right to left", width: 320, mirrored: true },
  { name: "phone, forced colours", width: 320, options: { colorScheme: "dark", forcedColors: "active" } },
  { name: "tablet", width: 820 },
  { name: "tablet, more contrast", width: 820, options: { contrast: "more" } },
  { name: "tablet, more contrast, dark", width: 820, options: { contrast: "more", colorScheme: "dark" } },
  { name: "tablet, right to left", width: 820, mirrored: true },
  { name: "desk", width: 1280 },
  { name: "desk, dark", width: 1280, options: { colorScheme: "dark" } },
  // The paper of a printer, without its margins.
  { name: "paper", width: 680, media: "print" },
];

for (const language of languages) {
  for (const look of looks) {
    test(`${language.tag}: ${look.name}`, async ({ browser }) => {
      const options = { viewport: { width: look.width, height: 800 }, ...look.options };
      const place = join(folder, language.tag, look.name.replaceAll(", ", "-").replaceAll(" ", "-"));
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place, { recursive: true });
      let number = 0;
      const take = async (page: Page, name: string) => {
        if (look.mirrored && language.dir === "ltr") await mirror(page);
        if (look.media) await page.emulateMedia({ media: look.media });
        await page.mouse.move(0, 0);
        const file = `${String(++number).padStart(2, "0")}-${name.replaceAll(" ", "-")}.png`;
        await page.screenshot({ path: join(place, file), fullPage: true, animations: "disabled" });
        if (look.media) await page.emulateMedia({ media: "screen" });
      };
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await walkThrough(page, language, async (screen) => {
        if (!screen.again) await take(page, screen.name);
      });
      await context.close();
      await eachApart(() => browser.newContext({ ...options, serviceWorkers: "block" }), language, (page, screen) => take(page, screen.name));
    });
  }
}

test.afterAll(() => writeFileSync(join(folder, "index.html"), languages.map(sheet).join("\n")));

/** Everything on the screen runs the other way. */
function mirror(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dir = "rtl";
    for (const element of document.querySelectorAll("[dir=ltr]")) element.setAttribute("dir", "rtl");
  });
}

/** A language's pictures: a row a look. */
function sheet(language: Language): string {
  const rows = looks.map((look) => {
    const place = `${language.tag}/${look.name.replaceAll(", ", "-").replaceAll(" ", "-")}`;
    const pictures = names(join(folder, place)).map((name) => {
      const words = name.slice(3, -4).replaceAll("-", " ");
      return `<figure><a href="${place}/${name}"><img src="${place}/${name}" alt="" width="${look.width / 2}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
    });
    return `<h2>${look.name}</h2>\n<div>${pictures.join("\n")}</div>`;
  });
  const style = "body{font:1rem system-ui;margin:2rem}div{display:flex;gap:1rem;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{border:1px solid #999}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>\n<h1>${language.tag}</h1>\n${rows.join("\n")}`;
}

function names(place: string): string[] {
  try {
    return readdirSync(place).sort();
  } catch {
    return [];
  }
}
