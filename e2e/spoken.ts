// What a screen reader would say: npm's virtual screen reader, run in the page by the test's debugger, as axe is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

interface Reader {
  start(options: { container: Node }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
}

type WithReader = Window & { reader: Reader };

/** The package is a module for bundlers; its last statement names what it gives away. */
const source = (() => {
  const file = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");
  const text = readFileSync(file, "utf8");
  const given = /export\{(?:[^}]*,)?([\w$]+) as virtual\};/;
  if (!given.test(text)) throw new Error("the virtual screen reader no longer gives away `virtual` as it did");
  return `(() => {${text.replace(given, "window.reader = $1;")}\n})()`;
})();

/** Everything on the page from its beginning to its end, a phrase for each stop. */
export async function spoken(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "reader" in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { reader } = window as unknown as WithReader;
    // The reader looks at attributes only. It does not know that a closed `details` keeps its rest to itself, nor which
    // radio button is chosen: it is told, and the page is put back afterwards.
    const closed = [...document.querySelectorAll("details:not([open]) > :not(summary)")];
    const chosen = [...document.querySelectorAll("input:checked:not([checked])")];
    for (const rest of closed) rest.setAttribute("aria-hidden", "true");
    for (const input of chosen) input.setAttribute("checked", "");
    await reader.start({ container: document.body });
    let log: string[] = [];
    while (log.at(-1) !== "end of document") {
      if (log.length > 500) throw new Error("the page does not end");
      await reader.next();
      log = await reader.spokenPhraseLog();
    }
    await reader.stop();
    for (const rest of closed) rest.removeAttribute("aria-hidden");
    for (const input of chosen) input.removeAttribute("checked");
    return log;
  });
}
