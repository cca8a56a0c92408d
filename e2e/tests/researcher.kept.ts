// What the browser keeps of the researcher's page. The page itself and the sample are public and may stay; of somebody's
// work nothing may.
import type { Page } from "@playwright/test";
import { storages } from "./storages.ts";

/** Everything that is kept beyond the page's own public files, in words. `url` is the address of the page. */
export async function keptOfWork(page: Page, url: string): Promise<string[]> {
  const { local, session, cookies, databases, caches, files } = await storages(page);
  const answer = await page.context().request.get(`${url}sw.js`);
  const facts = JSON.parse((await answer.text()).split(";\n")[0].replace("const SITE = ", ""));
  const own = new Set(Object.keys(facts.files).map((name) => new URL(name, url).href));
  const cached = Object.entries(caches).flatMap(([name, addresses]) =>
    // The table beside the copies says which version each open page has, by numbers of the browser's own.
    addresses.filter((address) => (name.endsWith(" state") ? !/^(last|[0-9a-f-]{36})$/.test(address.slice(url.length)) : !own.has(address))),
  );
  const rows = Object.entries(databases).flatMap(([table, keys]) => [table, ...keys]);
  return [...Object.keys(local), ...Object.keys(session), ...cookies, ...rows, ...cached, ...files];
}
