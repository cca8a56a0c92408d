// Takes a picture of every screen of both pages in every look, and makes one page of them all, for looking at.
// Nothing is checked here; the tests do that. The pictures go to `screens/` in the workspace, which git ignores.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type Page } from "@playwright/test";
import { languages } from "./tests/languages.ts";
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

const plain: Media = { media: "screen", colorScheme: "light", forcedColors: "none", contrast: "no-preference" };
const phone = { width: 320, height: 800 };
const desk = { width: 1280, height: 900 };

/** The pictures of a walk, in every look. */
class Album {
  private number = 0;
  private readonly looks: readonly Look[];

  /** `walked` is the window in which the walk goes on between the pictures. */
  constructor(
    readonly name: string,
    readonly mirrors: boolean,
    private readonly walked: { width: number; height: number },
  ) {
    this.looks = looks.filter((look) => mirrors || !look.mirrored);
  }

  /** Where the pictures of a look go, in the folder of all. */
  path = (look: Look) => `${this.name}/${look.name.replaceAll(", ", "-").replaceAll(" ", "-")}`;

  empty(): void {
    rmSync(join(folder, this.name), { recursive: true, force: true });
    for (const look of this.looks) mkdirSync(join(folder, this.path(look)), { recursive: true });
  }

  // A screen is reached once and then looked at in every way: getting there takes longer than the pictures.
  async take(page: Page, screen: string): Promise<void> {
    const file = `${String(++this.number).padStart(2, "0")}-${screen.replaceAll(/[ ,]+/g, "-")}.png`;
    await page.mouse.move(0, 0);
    for (const look of this.looks) {
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.emulateMedia({ ...plain, ...look.media });
      if (look.mirrored) await mirror(page);
      await page.screenshot({ path: join(folder, this.path(look), file), fullPage: true, animations: "disabled" });
      if (look.mirrored) await mirror(page);
    }
    await page.setViewportSize(this.walked);
    await page.emulateMedia(plain);
  }

  /** The pictures as a part of a page: a row a look. */
  sheet(): string {
    const rows = this.looks.map((look) => {
      const pictures = names(join(folder, this.path(look))).map((name) => {
        const words = name.slice(3, -4).replaceAll("-", " ");
        const picture = `${this.path(look)}/${name}`;
        return `<figure><a href="${picture}"><img src="${picture}" alt="" width="${look.width / 2}" loading="lazy"></a><figcaption>${words}</figcaption></figure>`;
      });
      return `<h2>${look.name}</h2>\n<div>${pictures.join("\n")}</div>`;
    });
    return `<h1>${this.name}</h1>\n${rows.join("\n")}`;
  }
}

const journeys = languages.map((language) => ({ language, album: new Album(language.tag, language.dir === "ltr", phone) }));
const desks = rooms.map((room) => ({ room, album: new Album(`researcher/${room.name.replaceAll(" ", "-")}`, false, desk) }));

for (const { language, album } of journeys) {
  test(album.name, async ({ browser }) => {
    album.empty();
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await walkThrough(page, language, async (screen) => {
      if (!screen.again) await album.take(page, screen.name);
    });
    await context.close();
    await eachApart(
      () => browser.newContext({ viewport: phone, serviceWorkers: "block" }),
      language,
      (page, screen) => album.take(page, screen.name),
    );
  });
}

for (const { room, album } of desks) {
  test(album.name, async ({ page }) => {
    album.empty();
    await page.setViewportSize(desk);
    await walkRoom(page, room, (screen) => album.take(page, screen.name));
  });
}

test.afterAll(() => {
  const style = "body{font:1rem system-ui;margin:2rem}div{display:flex;gap:1rem;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{border:1px solid #999}";
  const sheets = [...journeys, ...desks].map(({ album }) => album.sheet());
  writeFileSync(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>\n${sheets.join("\n")}`);
});

/** Everything on the screen runs the other way, and at the second time as before. */
function mirror(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll("[dir=ltr], [dir=rtl]")) {
      element.setAttribute("dir", element.getAttribute("dir") === "rtl" ? "ltr" : "rtl");
    }
  });
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
