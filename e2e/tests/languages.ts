// The languages in which every screen is looked at: this list is the one place that names them.
import { expect, type Page } from "@playwright/test";

/** A language of the patient's page. */
export interface Language {
  /** As the study file names it, and as file names do. */
  tag: string;
  /** What the page says of itself in `lang` and `dir`. */
  lang: string;
  dir: "ltr" | "rtl";
}

export const languages: readonly Language[] = [
  { tag: "en", lang: "en-GB", dir: "ltr" },
  { tag: "cy", lang: "cy", dir: "ltr" },
  { tag: "pl", lang: "pl", dir: "ltr" },
  { tag: "ro", lang: "ro", dir: "ltr" },
  { tag: "ur", lang: "ur", dir: "rtl" },
  { tag: "ar", lang: "ar", dir: "rtl" },
];

/** Chooses the language on the start screen, as a person does: by its own name. */
export async function speak(page: Page, language: Language): Promise<void> {
  const root = page.locator("html");
  if ((await root.getAttribute("lang")) !== language.lang) {
    await page.locator(`.languages [lang="${language.tag}"]`).click();
  }
  await expect(root).toHaveAttribute("lang", language.lang);
  await expect(root).toHaveAttribute("dir", language.dir);
}
