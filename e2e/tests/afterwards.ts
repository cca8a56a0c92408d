// What is left on the device.
import type { Page } from "@playwright/test";

/** How many drafts the browser keeps. */
export function kept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open("linkwell", 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => failed(counting.error);
        };
      }),
  );
}
