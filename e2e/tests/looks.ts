// The ways in which a screen can be looked at, and what is wrong with it in each of them.
import type { Page } from "@playwright/test";

import { accessibilityBreaches, widths } from "../watched.ts";
import { FINGER, POINTER, faults } from "./faults.ts";

const schemes = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active" },
] as const;

/** Everything that is wrong with a screen, at each width, in each scheme of colours. */
export async function wrongInAnyLook(page: Page, screen: string, target: typeof FINGER | typeof POINTER): Promise<string[]> {
  const all: string[] = [];
  for (const { name, ...media } of schemes) {
    await page.emulateMedia(media);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = [...(await accessibilityBreaches(page)), ...(await faults(page, target))];
      all.push(...found.map((fault) => `${screen}, ${width} px, ${name}: ${fault}`));
    }
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return all;
}

/** What scrolls sideways in a frame of its own, because it cannot be narrower. */
const FRAMES = ".table-frame, .plot-frame, pre";

/** Whatever is wider than the window, or cut off in its box. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate((frames) => {
    const root = document.documentElement;
    const found = root.scrollWidth > window.innerWidth ? [`the page: ${root.scrollWidth} px in ${window.innerWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("main *, header *")) {
      if (element.closest(`.visually-hidden, .cells-numbers > .cell, .file-input, input, ${frames}`)) continue;
      const style = getComputedStyle(element);
      const cut = style.overflow !== "visible" && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
      const scrolls = element.matches("textarea, .part-list, .preview");
      if (cut && !scrolls && style.display !== "inline") found.push(`${element.localName}.${element.className} is cut off`);
    }
    return found;
  }, FRAMES);
}

/** Rules of the reader's own. The page's policy refuses style elements; a sheet of the debugger's is not one. */
async function wish(page: Page, rules: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, rules);
}

const wishes: [name: string, rules: string][] = [
  ["as it is", ""],
  // WCAG 1.4.12.
  ["wider spacing", "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"],
  // WCAG 1.4.4, as a browser's own setting does it.
  ["text twice as large", "html { font-size: 200% !important }"],
];

const windows = [
  // 400 % zoom of 1280 by 1024 (WCAG 1.4.10), a phone upright and on its side (1.3.4).
  { width: 320, height: 256 },
  { width: 360, height: 740 },
  { width: 740, height: 360 },
];

/** What does not fit when people zoom, ask for larger or wider text, or turn the device. */
export async function wrongWhenEnlarged(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, rules] of wishes) {
    await wish(page, rules);
    for (const size of windows) {
      await page.setViewportSize(size);
      found.push(...(await tooWide(page)).map((fault) => `${screen}, ${name}, ${size.width} px: ${fault}`));
    }
  }
  await wish(page, "");
  return found;
}

/** A4 without its margins, in CSS pixels. */
const paper = { width: 680, height: 960 };

/** What is cut off on paper, and what is printed although it can only be selected. */
export async function wrongOnPaper(page: Page, screen: string): Promise<string[]> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const all: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) all.push(`the page is ${root.scrollWidth} px wide on paper of ${window.innerWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      if (!element.checkVisibility() || element.closest(".visually-hidden, textarea, pre")) continue;
      const over = element.scrollWidth - element.clientWidth;
      const { overflowX, display } = getComputedStyle(element);
      if (over > 1 && display !== "inline" && element.clientWidth > 0) {
        all.push(`${element.localName}.${String(element.className)} is ${over} px too wide${overflowX === "visible" ? "" : " and cut off"}`);
      }
    }
    for (const head of document.querySelectorAll<HTMLElement>("main th[scope=row]")) {
      if (head.checkVisibility() && head.innerText.trim() === "") all.push(`a row of ${head.closest("table")!.className} has lost its name`);
    }
    for (const button of document.querySelectorAll<HTMLElement>("button, .file-field, .skip-link")) {
      if (button.checkVisibility() && !button.matches("table button")) all.push(`"${button.textContent}" is printed`);
    }
    return all;
  });
  await page.emulateMedia({ media: "screen" });
  return [...new Set(found)].map((fault) => `${screen}, on paper: ${fault}`);
}
