// Everything that a browser keeps for a page, looked at from inside it.
import type { Page } from "@playwright/test";

/** What is in every storage. */
export interface Storages {
  local: Record<string, string>;
  session: Record<string, string>;
  cookies: string[];
  /** The names of the entries of each table of each database. */
  databases: Record<string, string[]>;
  /** The addresses in each cache. */
  caches: Record<string, string[]>;
  /** The names in the page's own file system. */
  files: string[];
}

export const empty: Storages = {
  local: {},
  session: {},
  cookies: [],
  databases: { "linkwell/drafts": [] },
  caches: {},
  files: [],
};

/** Looks into every storage that a page has. A table that is there and empty is listed. */
export async function storages(page: Page): Promise<Storages> {
  const seen = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, string[]> = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const table of database.objectStoreNames) {
        const keys = await done(database.transaction(table).objectStore(table).getAllKeys());
        databases[`${name}/${table}`] = keys.map(String);
      }
      database.close();
    }
    const cached: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      cached[name] = requests.map((request) => request.url);
    }
    const files: string[] = [];
    const root = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of root.keys()) files.push(name);
    return { local: { ...localStorage }, session: { ...sessionStorage }, databases, caches: cached, files };
  });
  const cookies = (await page.context().cookies()).map((cookie) => cookie.name);
  return { ...seen, cookies };
}

/**
 * What the page keeps of a session, opened with the key that lies beside it, as text; empty when it keeps nothing. Only
 * a script of the page itself can do this: the key cannot be read out, which is checked on the way.
 */
export function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open("linkwell", 1);
    // Before the page has made its table there is nothing.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    const database = await done(opening).catch(() => null);
    if (!database) return "";
    const entries = await done(database.transaction("drafts").objectStore("drafts").getAll());
    database.close();
    if (entries.length === 0) return "";
    if (entries.length > 1) throw new Error("more than one entry is kept");
    const [key, iv, data] = entries[0] as [CryptoKey, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
    if (key.extractable) throw new Error("the key can be read out");
    const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data));
    // In front stand the two letters of the language in which it is to come back.
    return text.slice(2);
  });
}
