// The journey in Firefox: from the first tap, over a reload in the middle, to the researcher's table; then nothing is
// left.
import { pathToFileURL } from "node:url";
import { expect, test, type Visit } from "../firefox.ts";
import { patientUrl } from "../watched.ts";
import { given, imported } from "./given.ts";
import { code } from "./questionnaire.ts";

/** The builds of the page that must do the same. */
const builds: [name: string, url: string][] = [
  ["the page of a host", patientUrl],
  ["the page in one file", pathToFileURL(process.env.LINKWELL_SINGLE_FILE!).href],
];

for (const [name, url] of builds) {
  test(`${name}: from the first tap to the researcher's table, in Firefox`, async ({ visit }) => {
    test.setTimeout(180_000);
    const { page } = visit;
    await visit.open(`${url}#site=hilltop`);
    await visit.select("Start now");
    await visit.agree();
    await (await visit.appears("#participant-code")).type(code.typed);
    await visit.select("Continue");
    await visit.heading("Who is filling this in?");
    await visit.choose(1);
    await visit.select("Continue");
    for (const [index, [, response]] of given.entries()) {
      await visit.question(index + 1);
      expect(await visit.chosen(), "nothing is chosen beforehand").toBeNull();
      await answer(visit, response);
      if (index === 8) await reloadHere(visit, response);
      if (response >= 0) await visit.select("Continue");
    }
    await visit.heading("Check your answers");
    expect(await page.$$(".answer")).toHaveLength(given.length);
    await visit.select("Finish and lock my answers");
    await visit.heading("Your answers are locked");
    await visit.select("Save the file");
    const saved = await visit.saved();
    expect(saved.name).toMatch(/^linkwell-[0-9A-Z]{8}\.txt$/);
    expect(saved.name + saved.text).not.toContain(code.meant);

    await visit.select("Finish and clear this device");
    await visit.heading("You have finished");
    expect(await left(visit), "nothing is left on the device").toEqual([]);
    await page.goBack();
    await visit.heading("You have finished");
    await visit.reload();
    await visit.appears(".contact");
    await visit.select("Start now");
    await visit.agree();
    const field = await visit.appears("#participant-code");
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe("");

    const row = imported(saved.text);
    expect([row.participant, row.wave, row.site]).toEqual([code.meant, "baseline", "hilltop"]);
    expect(given.map(([item]) => [item, Number(row[item])])).toEqual(given);
  });
}

/** Does with the question on the screen what `response` says, short of Continue where something was chosen. */
async function answer(visit: Visit, response: number): Promise<void> {
  if (response >= 0) return visit.choose(response);
  if (response === -98) return visit.select("I’d rather not say");
  await visit.select("Continue");
  await visit.select("Skip this question");
}

/** The page once more in the middle: the same question, the same answer. */
async function reloadHere(visit: Visit, response: number): Promise<void> {
  const title = await visit.page.title();
  await visit.reload();
  expect(await visit.page.title()).toBe(title);
  expect(await visit.chosen()).toBe(response);
}

/** Whatever any storage of the browser still holds. */
function left(visit: Visit): Promise<string[]> {
  return visit.page.evaluate(async () => {
    const found = [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean);
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<number>((done, failed) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => failed(counting.error);
        });
        if (rows > 0) found.push(`${name}/${store}: ${rows}`);
      }
      database.close();
    }
    return found;
  });
}
