// Every screen of the patient's page, once, in the order of the journey. Whatever looks at all screens walks this list:
// axe, the spoken transcript, the pictures. A new screen is one more line here.
//
// Nothing is found by its words, so that the walk is the same in every language.
import { expect, type BrowserContext, type Locator, type Page, type Route } from "@playwright/test";
import { patientUrl } from "../watched.ts";
import { speak, type Language } from "./languages.ts";
import { code } from "./questionnaire.ts";
import { short, shorten, type Study } from "./site.ts";
import { english, withVoices } from "./voices.ts";

/** A screen of the journey. */
export interface Screen {
  name: string;
  /** From the screen before to this one. */
  reach: (walk: Walk) => Promise<unknown>;
  /** What stands on it and not on the screen before. */
  shows: string;
  /** Another screen like one before: of use to the ear, none to the eye. */
  again?: true;
}

/** A screen that no usual journey comes to; it has a tab of its own. */
export interface Apart {
  name: string;
  open: (walk: Walk) => Promise<unknown>;
  shows: string;
}

/** What a person does, found by what it is. */
export class Walk {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  /** The one obvious action. */
  main = () => this.page.locator("main .button-main").click();
  /** Another way: the first, the second … */
  other = (at: number) => this.page.locator("main .button-other").nth(at).click();
  quiet = (at: number) => this.page.locator(".actions-other .button").nth(at).click();
  back = () => this.page.locator(".back-link").click();
  help = () => this.page.locator(".help summary").click();
  /** Every box that there is. */
  tick = async () => {
    for (const box of await this.page.locator("main input[type=checkbox]").all()) await box.check();
  };
  choose = (at: number) => this.page.locator("main .cell").nth(at).click();

  /** The start screen, in the language. */
  async open(): Promise<void> {
    await this.page.goto(patientUrl);
    await this.page.locator("main .button-main").waitFor();
    await speak(this.page, this.language);
  }

  /** From the start screen to the participant code, which is typed. */
  async begin(): Promise<void> {
    await this.open();
    await this.main();
    await this.tick();
    await this.main();
    await this.page.locator("#participant-code").fill(code.typed);
  }

  /** The page once more, although it warns. */
  async reload(): Promise<void> {
    this.page.once("dialog", (dialog) => void dialog.accept());
    await this.page.reload();
  }

  /** From here on the browser gives no randomness for sealing; `false` ends that. */
  async withoutRandomness(broken: boolean): Promise<void> {
    await this.page.evaluate((broken) => {
      const real = Crypto.prototype.getRandomValues;
      crypto.getRandomValues = function <T extends ArrayBufferView | null>(into: T): T {
        // Shorter ones are for drafts and for the record's own number.
        if (broken && into !== null && into.byteLength >= 32) throw new DOMException("none", "OperationError");
        return real.call(crypto, into as never) as T;
      };
    }, broken);
  }

  /** From here on the browser's storage fails; `false` ends that. */
  async withoutStorage(broken: boolean): Promise<void> {
    await this.page.evaluate((broken) => {
      const held = window as unknown as { realTransaction: IDBDatabase["transaction"] };
      held.realTransaction ??= IDBDatabase.prototype.transaction;
      const blocked = () => {
        throw new DOMException("blocked", "InvalidStateError");
      };
      IDBDatabase.prototype.transaction = broken ? blocked : held.realTransaction;
    }, broken);
  }

  /** The browser refuses to copy. */
  async withoutClipboard(): Promise<void> {
    await this.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
  }
}

/** The responses of an item. */
const item = (name: string) => `.question fieldset [name="${name}"]`;
const items = ["life_satisfaction", "worthwhile", "happy_yesterday", "anxious_yesterday"]
  .concat(Array.from({ length: 10 }, (_, at) => `gse_${at + 1}`))
  .concat(["ucla_1", "ucla_2", "ucla_3", "ucla_direct"]);

/** Items that only the ear needs, each reached by not saying anything of the one before. */
function unsaid(from: number, to: number): Screen[] {
  return items.slice(from - 1, to).map((name, at) => ({
    name: `question ${from + at}`,
    reach: (walk: Walk) => walk.quiet(0),
    shows: item(name),
    again: true as const,
  }));
}

export const journey: readonly Screen[] = [
  { name: "start", reach: (walk) => walk.open(), shows: ".contact" },
  { name: "help", reach: (walk) => walk.help(), shows: ".help[open]" },
  { name: "consent", reach: async (walk) => (await walk.help(), walk.main()), shows: ".sheet" },
  { name: "consent missing", reach: (walk) => walk.main(), shows: ".problem" },
  { name: "consent given", reach: (walk) => walk.tick(), shows: "main:not(:has(.problem)) input:checked" },
  { name: "code", reach: (walk) => walk.main(), shows: "#participant-code" },
  { name: "code missing", reach: (walk) => walk.main(), shows: ".problem" },
  { name: "who", reach: async (walk) => (await walk.page.locator("#participant-code").fill(code.typed), walk.main()), shows: "[name=who]" },
  { name: "who missing", reach: (walk) => walk.main(), shows: ".problem" },
  { name: "numbers", reach: async (walk) => (await walk.choose(0), walk.main()), shows: item(items[0]) },
  { name: "numbers asked again", reach: (walk) => walk.main(), shows: ".ask" },
  { name: "numbers chosen", reach: (walk) => walk.choose(7), shows: ".is-chosen" },
  { name: "numbers worthwhile", reach: (walk) => walk.main(), shows: item(items[1]), again: true },
  ...unsaid(3, 4),
  { name: "words", reach: (walk) => walk.quiet(0), shows: item(items[4]) },
  { name: "words chosen", reach: (walk) => walk.choose(1), shows: ".is-chosen" },
  { name: "not said", reach: (walk) => walk.back(), shows: `.said-before, ${item(items[3])}` },
  { name: "words once more", reach: (walk) => walk.main(), shows: item(items[4]), again: true },
  { name: "question 6", reach: (walk) => walk.main(), shows: item(items[5]), again: true },
  ...unsaid(7, 14),
  { name: "loneliness", reach: (walk) => walk.quiet(0), shows: item(items[14]) },
  ...unsaid(16, 17),
  { name: "loneliness direct", reach: (walk) => walk.quiet(0), shows: item(items[17]) },
  { name: "check", reach: (walk) => walk.quiet(0), shows: ".answers" },
  { name: "change", reach: (walk) => walk.page.locator(".answer-change a").nth(4).click(), shows: item(items[4]), again: true },
  { name: "not locked", reach: async (walk) => (await walk.main(), await walk.page.locator(".answers").waitFor(), await walk.withoutRandomness(true), walk.main()), shows: "main:not(:has(.answers))" },
  { name: "hand over", reach: async (walk) => (await walk.withoutRandomness(false), walk.main()), shows: ".receipt" },
  { name: "not handed over", reach: async (walk) => (await walk.withoutClipboard(), walk.other(0)), shows: ".outcome .notice-careful" },
  { name: "returned", reach: (walk) => walk.reload(), shows: ".receipt" },
  { name: "handed over", reach: async (walk) => saved(walk, walk.page.locator(".actions .button").first()), shows: ".clearing" },
  { name: "not cleared", reach: async (walk) => (await walk.withoutStorage(true), walk.main()), shows: ".clearing .notice" },
  { name: "ended", reach: async (walk) => (await walk.withoutStorage(false), walk.main()), shows: "main:not(:has(.receipt))" },
];

/** To a question, on a device with a voice for it. */
async function beforeVoice(walk: Walk): Promise<void> {
  await withVoices(walk.page, [english]);
  await walk.begin();
  await walk.main();
  await walk.choose(0);
  await walk.main();
}

/** To the sealed file of a study that has it sent to a host which does this with it, and once the button for that. */
async function send(walk: Walk, host: (route: Route) => unknown): Promise<void> {
  await walk.page.route("**/study.bundle.json", async (route) => {
    const bundle = (await (await route.fetch()).json()) as { study: string };
    const study = JSON.parse(bundle.study) as Study;
    shorten(study);
    study.deposit = { address: new URL("deposit/{file}", patientUrl).href };
    await route.fulfill({ json: { ...bundle, study: JSON.stringify(study) } });
  });
  await walk.page.route("**/deposit/*", host);
  await walk.begin();
  await walk.main();
  await walk.choose(0);
  await walk.main();
  for (const _ of short) await walk.quiet(0);
  await walk.main();
  await walk.page.locator(".receipt").waitFor();
  await walk.main();
}

/** To the study's own items: the number at `left` 2, own words at `left` 1. */
async function own(walk: Walk, left: number): Promise<void> {
  await walk.page.goto("about:blank");
  await walk.page.goto(`${patientUrl}#wave=followup&lang=${walk.language.tag}`);
  await walk.main();
  await walk.tick();
  await walk.main();
  await walk.page.locator("#participant-code").fill(code.typed);
  await walk.main();
  await walk.choose(0);
  await walk.main();
  for (let question = items.length + 8; question > left; question--) await walk.quiet(0);
}

/** A link that names the language: what it opens may not even come to the choice of one. */
function linkIn(language: Language): string {
  return `${patientUrl}#lang=${language.tag}`;
}

export const apart: readonly Apart[] = [
  { name: "why it is asked", open: async (walk) => (await own(walk, 8), walk.page.locator(".why summary").click()), shows: ".why[open]" },
  { name: "a number", open: (walk) => own(walk, 2), shows: "[inputmode=numeric]" },
  {
    name: "a wrong number",
    open: async (walk) => (await own(walk, 2), await walk.page.locator("[inputmode]").fill("often"), walk.main()),
    shows: ".problem",
  },
  {
    name: "own words",
    open: async (walk) => (await own(walk, 1), walk.page.locator("textarea").fill("I sing again\nevery week")),
    shows: "textarea",
  },
  {
    name: "own words too long",
    open: async (walk) => (await own(walk, 1), await walk.page.locator("textarea").fill("x".repeat(501)), walk.main()),
    shows: ".problem",
  },
  { name: "can be read aloud", open: beforeVoice, shows: ".question > .button-quiet" },
  {
    name: "being read aloud",
    open: async (walk) => (await beforeVoice(walk), walk.page.locator(".question > .button-quiet").click()),
    shows: ".question > .button-quiet:focus",
  },
  { name: "sending", open: (walk) => send(walk, () => {}), shows: ".outcome .notice" },
  { name: "not arrived yet", open: (walk) => send(walk, (route) => route.abort()), shows: ".actions .button-main ~ .button-other" },
  { name: "not taken", open: (walk) => send(walk, (route) => route.fulfill({ status: 413 })), shows: ".outcome .notice-careful" },
  { name: "arrived", open: (walk) => send(walk, (route) => route.fulfill({ status: 201 })), shows: ".clearing" },
  {
    name: "language not there",
    open: async (walk) => {
      const other = walk.language.tag === "pl" ? "ro" : "pl";
      await walk.page.route(`**/text/${other}.txt`, (route) => route.fulfill({ status: 404, body: "" }));
      await walk.open();
      await walk.page.locator(`.languages [lang=${other}]`).click();
    },
    shows: ".notice[role=status]",
  },
  {
    name: "not taking part",
    open: async (walk) => {
      await walk.open();
      await walk.main();
      await walk.other(0);
    },
    shows: "main:not(:has(.button))",
  },
  {
    name: "welcome back",
    open: async (walk) => {
      await walk.begin();
      // A new visit has no history; the draft is what is left.
      await walk.page.goto("about:blank");
      await walk.page.goto(patientUrl);
    },
    shows: "main .button-other",
  },
  {
    name: "open elsewhere",
    open: async (walk) => {
      const before = new Walk(await walk.page.context().newPage(), walk.language);
      await before.begin();
      await walk.page.goto(patientUrl);
      await walk.page.locator("main .button-main").waitFor();
      await speak(walk.page, walk.language);
    },
    shows: "main .button-main",
  },
  { name: "paper form", open: ({ page }) => page.goto(`${patientUrl}paper.html`), shows: ".item" },
  {
    name: "study not found",
    open: async ({ page, language }) => {
      await page.route("**/study.bundle.json", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(linkIn(language));
    },
    shows: "main .button-main",
  },
  {
    name: "study not valid",
    open: async ({ page, language }) => {
      await page.route("**/study.bundle.json", (route) => route.fulfill({ contentType: "application/json", body: "{}" }));
      await page.goto(linkIn(language));
    },
    shows: "h1#heading",
  },
  { name: "wrong link", open: ({ page, language }) => page.goto(`${linkIn(language)}&wave=never`), shows: "h1#heading" },
  {
    name: "storage blocked",
    open: async (walk) => {
      await walk.page.addInitScript(() => {
        const blocked = () => {
          throw new DOMException("blocked", "SecurityError");
        };
        Object.defineProperty(window, "indexedDB", { get: blocked });
      });
      await walk.begin();
    },
    shows: "#participant-code",
  },
];

/** Walks the journey in one language and looks at every screen. */
export async function walkThrough(page: Page, language: Language, look: (screen: Screen) => Promise<void>): Promise<void> {
  const walk = new Walk(page, language);
  for (const screen of journey) {
    await screen.reach(walk);
    await expect(page.locator(screen.shows).first(), `the screen "${screen.name}"`).toBeVisible();
    await expect(page.locator("#loading")).toHaveCount(0);
    await look(screen);
  }
}

/** Opens every screen that stands apart, each in a new context that `make` gives, and looks at it. */
export async function eachApart(
  make: () => Promise<BrowserContext>,
  language: Language,
  look: (page: Page, screen: Apart) => Promise<void>,
): Promise<void> {
  for (const screen of apart) {
    const context = await make();
    const page = await context.newPage();
    await screen.open(new Walk(page, language));
    await expect(page.locator(screen.shows).first(), `the screen "${screen.name}"`).toBeVisible();
    await expect(page.locator("#loading")).toHaveCount(0);
    await look(page, screen);
    await context.close();
  }
}

/** The button saves a file; the browser is given the time to have it. */
async function saved(walk: Walk, button: Locator): Promise<void> {
  const coming = walk.page.waitForEvent("download");
  await button.click();
  await coming;
}
