// Debian's own Firefox, driven over WebDriver BiDi. Playwright drives only a Firefox of its own making (its BiDi channel
// asks of this browser a command that it does not know), so puppeteer-core does it here; the test runner is the same.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import puppeteer, { type Browser, type ElementHandle, type Page } from "puppeteer-core";

/** A page of Firefox, with what a person does on it. */
export class Visit {
  /** Everything that the page must never do. */
  readonly faults: string[] = [];
  private started = false;

  constructor(
    readonly page: Page,
    readonly downloads: string,
  ) {
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`uncaught: ${String(error)}`));
    page.on("request", (request) => {
      if (this.started && /^https?:/.test(request.url())) this.faults.push(`request after load: ${request.url()}`);
    });
  }

  /** Opens an address; from then on a request is a fault. */
  async open(url: string): Promise<void> {
    this.started = false;
    await this.page.goto(url);
    await this.appears("main .button-main");
    this.started = true;
  }

  async reload(): Promise<void> {
    this.started = false;
    await this.page.reload();
    await this.appears("main .button-main");
    this.started = true;
  }

  async appears(selector: string): Promise<ElementHandle<Element>> {
    const element = await this.page.waitForSelector(selector, { visible: true });
    if (!element) throw new Error(`${selector} does not appear`);
    return element;
  }

  /** Selects a button or a link by its words. */
  async select(words: string): Promise<void> {
    await this.page.locator(`main ::-p-text(${words})`).click();
  }

  /** Ticks every box of the consent screen, none of which is ticked beforehand, and goes on. */
  async agree(): Promise<void> {
    await this.appears(".sheet");
    expect(await this.page.$$("input:checked")).toHaveLength(0);
    for (const box of await this.page.$$("main input[type=checkbox]")) await box.click();
    await this.select("I agree and want to go on");
  }

  /** Chooses the response with this code, by its whole cell. */
  async choose(code: number): Promise<void> {
    await this.page.locator(`.cell:has(input[value="${code}"])`).click();
    await expect.poll(() => this.chosen()).toBe(code);
  }

  async chosen(): Promise<number | null> {
    const value = await this.page.evaluate(() => document.querySelector<HTMLInputElement>("input[type=radio]:checked")?.value);
    return value === undefined ? null : Number(value);
  }

  async heading(words: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.querySelector("h1")?.textContent)).toBe(words);
  }

  /** The item's screen is there, under the right title. */
  async question(number: number): Promise<void> {
    await expect.poll(() => this.page.title()).toMatch(new RegExp(`^Question ${number} of \\d+ – `));
  }

  /** The bytes of the saved file called `name`, when it is whole: its end is `end`. */
  async savedAs(name: string, end: string): Promise<Buffer> {
    const file = join(this.downloads, name);
    const read = () => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
    await expect.poll(() => read().toString("utf8").endsWith(end), { message: `${name} is saved` }).toBe(true);
    return read();
  }

  /** The one file that was saved, when it is whole. */
  async saved(): Promise<{ name: string; text: string }> {
    const whole = () => readdirSync(this.downloads).filter((name) => name.endsWith(".txt"));
    await expect.poll(() => whole().length, { message: "the saved file" }).toBe(1);
    const [name] = whole();
    const read = () => readFileSync(join(this.downloads, name), "utf8");
    await expect.poll(() => read().trimEnd().endsWith("-----END AGE ENCRYPTED FILE-----")).toBe(true);
    return { name, text: read() };
  }
}

/** Gives each test a visit in a fresh profile, and ends it if the page did what it must never do. */
export const test = base.extend<{ visit: Visit }, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const executablePath = process.env.LINKWELL_FIREFOX;
      if (!executablePath || !existsSync(executablePath)) throw new Error("LINKWELL_FIREFOX names no browser");
      const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  visit: async ({ firefox }, use) => {
    const downloadPath = mkdtempSync(join(tmpdir(), "linkwell-firefox-"));
    const context = await firefox.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath } });
    const visit = new Visit(await context.newPage(), downloadPath);
    await visit.page.setViewport({ width: 1000, height: 800 });
    await use(visit);
    await context.close();
    rmSync(downloadPath, { recursive: true });
    expect(visit.faults, "what the page must never do").toEqual([]);
  },
});

export { expect };
