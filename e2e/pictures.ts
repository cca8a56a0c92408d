// Takes a picture of every screen of both pages in every look, and makes one page of them all, for looking at.
// Nothing is checked here; the tests do that. The pictures go to `screens/` in the workspace, which git ignores.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type Page } from "@playwright/test";
import { languages, type Language } from "./tests/languages.ts";
import { rooms, walkRoom } from "./tests/researcher-screens.ts";
import { eachApart, walkThrough } from "./tests/screens.ts";

const folder = join(import.meta.dirname, "../screens");

/** What can be told of a medium. */
type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** How the page is looked at. */
interface Look {
  name: string;
  width: number;
  media?: Media;
  /** Mirrors a language that runs from left to right. */
  mirrored?: true;
}

const dark: Media = { colorScheme: "dark" };

const looks: readonly Look[] = [
  { name: "phone", width: 320 },
  { name: "phone, dark", width: 320, media: dark },
  { name: "phone, right to left", width: 320, mirrored: true },
  { name: "phone, forced colours", width: 320, media: { ...dark, forcedColors: "active" } },
  { name: "tablet", width: 820 },
  { name: "tablet, more contrast", width: 820, media: { contrast: "more" } },
  { name: "tablet, more contrast, dark", width: 820, media: { ...dark, contrast: "more" } },
  { name: "tablet, right to left", width: 820, mirrored: true },
  { name: "desk", width: 1280 },
  { name: "desk, dark", width: 1280, media: dark },
  // The paper of a printer, without its margins.
  { name: "paper", width: 680, media: { media: "print" } },
];

/** How the journey is walked, between the pictures. */
const walked = { width: 320, height: 800 };
const plain: Media = { media: "screen", colorScheme: "light", forcedColors: "none", contrast: "no-preference" };

// A screen is reached once and then looked at in every way: getting there takes longer than the pictures.
for (const language of languages) {
  test(language.tag, async ({ browser }) => {
    for (const look of looks) {
      rmSync(place(language, look), { recursive: true, force: true });
      mkdirSync(place(language, look), { recursive: true });
    }
    let number = 0;
    const take = async (page: Page, name: string) => {
      const file = `${String(++number).padStart(2, "0")}-${name.replaceAll(" ", "-")}.png`;
      await page.mouse.move(0, 0);
      for (const look of looks) {
        await page.setViewportSize({ width: look.width, height: 800 });
        await page.emulateMedia({ ...plain, ...look.media });
        const mirrored = look.mirrored && language.dir === "ltr";
        if (mirrored) await mirror(page);
        await page.screenshot({ path: join(place(language, look), file), fullPage: true, animations: "disabled" });
        if (mirrored) await mirror(page);
      }
      await page.setViewportSize(walked);
      await page.emulateMedia(plain);
    };
    const context = await browser.newContext({ viewport: walked });
    const page = await context.newPage();
    await walkThrough(page, language, async (screen) => {
      if (!screen.again) await take(page, screen.name);
    });
    await context.close();
    await eachApart(
      () => browser.newContext({ viewport: walked, serviceWorkers: "block" }),
      language,
      (page, screen) => take(page, screen.name),
    );
  });
}

test.afterAll(() => writeFileSync(join(folder, "index.html"), languages.map(sheet).join("\n")));

/** Where the pictures of a look go. */
function place(language: Language, look: Look): string {
  return join(folder, path(language, look));
}

function path(language: Language, look: Look): string {
  return `${language.tag}/${look.name.replaceAll(", ", "-").replaceAll(" ", "-")}`;
}

/** Everything on the screen runs the other way, and at the second time as before. */
function mirror(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll("[dir=ltr], [dir=rtl]")) {
      element.setAttribute("dir", element.getAttribute("dir") === "rtl" ? "ltr" : "rtl");
    }
  });
}

/** A language's pictures: a row a look. */
function sheet(language: Language): string {
  const rows = looks.map((look) => {
    const pictures = names(place(language, look)).map((name) => {
      const words = name.slice(3, -4).replaceAll("-", " ");
      return `<figure><a href="${path(language, look)}/${name}"><img src="${path(language, look)}/${name}" alt="" width="${look.width / 2}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
    });
    return `<h2>${look.name}</h2>\n<div>${pictures.join("\n")}</div>`;
  });
  const style = "body{font:1rem system-ui;margin:2rem}div{display:flex;gap:1rem;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{border:1px solid #999}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>\n<h1>${language.tag}</h1>\n${rows.join("\n")}`;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
