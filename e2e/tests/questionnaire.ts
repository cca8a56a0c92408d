// The patient's page as a person meets it: what is read, what is selected. One object whatever the hand: keys, a finger.
import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";

/** A participant code of the sample study, as a person in a hurry types it. */
export const code = { typed: " 13n-evd ", meant: "13NEVD" };

/** A new step takes the focus a tenth of a second after it is drawn; this is milliseconds and some more. */
export const focusComesWithin = 250;

/** How somebody uses the page. */
export type Hand = "keyboard" | "touch";

export class Questionnaire {
  constructor(
    readonly page: Page,
    readonly hand: Hand,
  ) {}

  /** Selects a button or link by the words that it says. */
  async select(words: string): Promise<void> {
    const target = this.page
      .getByRole("button", { name: words, exact: true })
      .or(this.page.getByRole("link", { name: words, exact: true }));
    await expect(target).toHaveCount(1);
    if (this.hand === "touch") return this.tap(target);
    await this.tabTo(() => target.evaluate((element) => element === document.activeElement), words);
    await this.page.keyboard.press("Enter");
  }

  /** A finger is slower than the focus of a new step, which scrolls. */
  private async tap(target: Locator): Promise<void> {
    const hasFocus = () => document.activeElement !== document.body;
    // On the first screen nothing takes it.
    await this.page.waitForFunction(hasFocus, undefined, { timeout: focusComesWithin }).catch(() => {});
    await target.tap();
  }

  /** Chooses the response with this code. */
  async choose(response: number): Promise<void> {
    const radio = this.page.locator(`input[type=radio][value="${response}"]`);
    if (this.hand === "touch") {
      await this.tap(this.page.locator("label", { has: radio }));
    } else {
      const inGroup = () => this.page.evaluate(() => document.activeElement?.matches("input[type=radio]") ?? false);
      await this.tabTo(inGroup, "the responses");
      await this.page.keyboard.press("Space");
      const steps = await this.page.locator("input[type=radio]").count();
      for (let step = 0; step < steps && !(await radio.isChecked()); step++) await this.page.keyboard.press("ArrowDown");
    }
    await expect(radio).toBeChecked();
    await expect(this.page.locator("input[type=radio]:checked")).toHaveCount(1);
  }

  async typeCode(text: string): Promise<void> {
    const field = this.page.getByRole("textbox");
    if (this.hand === "touch") await field.tap();
    else await this.tabTo(() => field.evaluate((element) => element === document.activeElement), "the field");
    await this.page.keyboard.type(text);
  }

  /** Ticks or unticks the box with these words. */
  async tick(words: string): Promise<void> {
    const box = this.page.getByRole("checkbox", { name: words });
    const before = await box.isChecked();
    if (this.hand === "touch") {
      await this.page.locator("label", { has: box }).tap();
    } else {
      await this.tabTo(() => box.evaluate((element) => element === document.activeElement), words);
      await this.page.keyboard.press("Space");
    }
    await expect(box).toBeChecked({ checked: !before });
  }

  /** From the start screen to the participant code, with the boxes that nobody can do without. */
  async agree(): Promise<void> {
    await this.select("Start now");
    await this.agreeHere();
  }

  /** On the screen that asks for consent. */
  async agreeHere(): Promise<void> {
    await this.heading("What taking part means");
    await this.tick("I have read this sheet");
    await this.tick("I want to take part.");
    await this.select("I agree and want to go on");
  }

  /** From the start screen to the first item. */
  async begin(): Promise<void> {
    await this.agree();
    await this.typeCode(code.typed);
    await this.select("Continue");
    await this.heading("Who is filling this in?");
    await this.choose(1);
    await this.select("Continue");
    await this.question(1);
  }

  async answer(number: number, response: number): Promise<void> {
    await this.question(number);
    await this.choose(response);
    await this.select("Continue");
  }

  async save(): Promise<{ name: string; text: string; download: Download }> {
    const coming = this.page.waitForEvent("download");
    await this.select("Save the file");
    const download = await coming;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8"), download };
  }

  /** The heading has these words, is the only one, and has the focus. */
  async heading(words: string): Promise<void> {
    await expect(this.page.locator("h1")).toHaveText(words);
    await expect(this.page.locator("h1")).toBeFocused();
  }

  async question(number: number): Promise<void> {
    await expect(this.page.locator(".caption")).toHaveText(new RegExp(`^Question ${number} of \\d+$`));
    await expect(this.page).toHaveTitle(new RegExp(`^Question ${number} of \\d+ – `));
  }

  async chosen(): Promise<number | null> {
    const checked = this.page.locator("input[type=radio]:checked");
    return (await checked.count()) === 0 ? null : Number(await checked.getAttribute("value"));
  }

  /** Nothing has to be scrolled sideways. */
  async fits(): Promise<void> {
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, "sideways scrolling").toBeLessThanOrEqual(0);
  }

  /** Every step of the way shows where the focus is, and nothing covers it. */
  private async tabTo(arrived: () => Promise<boolean>, what: string): Promise<void> {
    for (let steps = 0; steps < 40; steps++) {
      if (await arrived()) return;
      await this.page.keyboard.press("Tab");
      const hidden = await this.page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const box = focused.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
        const seen = top !== null && (focused.contains(top) || top.contains(focused) || top.closest("label")?.contains(focused));
        return seen ? null : `${focused.outerHTML.slice(0, 120)} is covered by ${top?.outerHTML.slice(0, 120)}`;
      });
      expect(hidden, "what has the focus is never covered").toBeNull();
    }
    throw new Error(`the Tab key never came to ${what}`);
  }
}
