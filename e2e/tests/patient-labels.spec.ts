// For people who speak to their device (WCAG 2.5.3): on every screen, the name of each control begins with the words
// that are seen on it, so that saying these words finds it.
import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { languages } from "./languages.ts";
import { eachApart, walkThrough } from "./screens.ts";

const [english] = languages;

test("every control is called what is written on it", async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await walkThrough(page, english, (screen) => named(page, session, screen.name));
  await context.close();
  await eachApart(
    () => browser.newContext({ viewport: { width: 320, height: 800 }, serviceWorkers: "block" }),
    english,
    async (page, screen) => named(page, await page.context().newCDPSession(page), screen.name),
  );
});

const controls = "a[href], button, summary, input";

/** Compares what is seen on each control of the page with the name that the browser gives to assistive software. */
async function named(page: Page, session: CDPSession, screen: string): Promise<void> {
  const seen = await page.locator(controls).evaluateAll((found) =>
    // The words on it; those of an input are its label's.
    found.map((control) => ((control as HTMLInputElement).labels?.[0] ?? (control as HTMLElement)).innerText),
  );
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: controls });
  const names = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { nodes } = await session.send("Accessibility.getPartialAXTree", { nodeId, fetchRelatives: false });
      return nodes[0].ignored ? undefined : String(nodes[0].name?.value);
    }),
  );
  expect(names.length, screen).toBe(seen.length);
  const wrong = names.flatMap((name, at) =>
    name === undefined || plain(name).startsWith(plain(seen[at])) ? [] : [`"${seen[at]}" is called "${name}"`],
  );
  expect(wrong, screen).toEqual([]);
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim().toLowerCase();
}
