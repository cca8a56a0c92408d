// Every screen of the researcher's page at every width, in every scheme of colours, enlarged, and on paper: what axe finds,
// and what an eye, a finger or the Tab key would stumble over. And what a step of the page owes to those who do not see it.
import { expect, test } from "../watched.ts";
import { POINTER } from "./faults.ts";
import { wrongInAnyLook, wrongOnPaper, wrongWhenEnlarged } from "./looks.ts";
import { rooms, walkRoom } from "./researcher-screens.ts";

for (const room of rooms) {
  test(`every screen is right in every look, enlarged and on paper: ${room.name}`, async ({ page }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    const desk = { width: 1280, height: 900 };
    await page.setViewportSize(desk);
    await walkRoom(page, room, async ({ name }) => {
      all.push(...(await wrongInAnyLook(page, name, POINTER)));
      all.push(...(await wrongWhenEnlarged(page, name)));
      all.push(...(await wrongOnPaper(page, name)));
      await page.setViewportSize(desk);
    });
    expect(all).toEqual([]);
  });
}

/** Nobody did anything yet, so the focus is where the browser has it. */
const arrivals = /^(start|next visit)$/;
/** A title is kept in the browser's history, so no code is in it. */
const unnamed = /^Person /;

test("every step has its heading in the title, and the focus where it goes on", async ({ browser }) => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const room of rooms) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await walkRoom(page, room, async ({ name }) => {
      const seen = () =>
        page.evaluate(() => ({
          title: document.title,
          h1: document.querySelector("h1")!.textContent!,
          lost: document.activeElement === document.body,
          summary: document.querySelector("main #problem:not(.part #problem)") !== null,
        }));
      // The focus moves in a turn of its own.
      const focus = { message: `${room.name}, ${name}: the focus`, timeout: 20_000 };
      if (!arrivals.test(name)) await expect.poll(async () => (await seen()).lost, focus).toBe(false);
      const { title, h1, summary } = await seen();
      const heading = title.replace(/^Error: /, "").split(" – ")[0];
      if (heading !== h1 && !unnamed.test(h1)) wrong.push(`${room.name}, ${name}: "${title}" over "${h1}"`);
      if (summary && !title.startsWith("Error: ")) wrong.push(`${room.name}, ${name}: "${title}" does not say that something is wrong`);
    });
    await context.close();
  }
  expect(wrong).toEqual([]);
});
