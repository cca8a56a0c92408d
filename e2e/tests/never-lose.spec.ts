// Never lose an answer: the browser is killed, reloaded, full, blocked or offline, and everything given is there, or
// the page has said beforehand that it would not be.
import { expect, test, type Page } from "@playwright/test";
import { patientUrl } from "../watched.ts";
import { Profile } from "./profile.ts";
import { Questionnaire, code } from "./questionnaire.ts";
import { Site, short, shorten } from "./site.ts";
import { kept } from "./storages.ts";

let site: Site;
test.beforeAll(async () => {
  site = await Site.start(shorten);
});
test.afterAll(() => site.stop());

/** One thing that a person does, and what must be kept of it. */
interface Step {
  name: string;
  does: (form: Questionnaire) => Promise<void>;
  /** The numbers of the steps are those of `Step::to_number` in the engine. */
  keeps: string[];
  shows: (form: Questionnaire) => Promise<void>;
}

const shows = (words: string) => (form: Questionnaire) => expect(form.page.locator("h1")).toHaveText(words);
const question = (number: number, response: number | null) => async (form: Questionnaire) => {
  await form.question(number);
  expect(await form.chosen()).toBe(response);
};

const journey: Step[] = [
  { name: "start", does: (form) => form.select("Start now"), keeps: ['"step":5,'], shows: shows("What taking part means") },
  {
    name: "tick a box",
    does: (form) => form.tick("I have read this sheet"),
    keeps: ['"ticked":[true,false,false]'],
    shows: (form) => expect(form.page.getByRole("checkbox", { checked: true })).toHaveCount(1),
  },
  {
    name: "agree",
    does: async (form) => {
      await form.tick("I want to take part.");
      await form.select("I agree and want to go on");
    },
    keeps: ['"step":1,'],
    shows: shows("What is your participant code?"),
  },
  {
    name: "type the code",
    does: (form) => form.typeCode(code.typed),
    keeps: [`"typed_code":"${code.typed}"`],
    shows: (form) => expect(form.page.getByRole("textbox")).toHaveValue(code.typed),
  },
  { name: "go on to who", does: (form) => form.select("Continue"), keeps: ['"step":2,'], shows: shows("Who is filling this in?") },
  {
    name: "say who",
    does: (form) => form.choose(1),
    keeps: ['"help":"with_help"'],
    shows: (form) => expect.poll(() => form.chosen()).toBe(1),
  },
  { name: "go on to the questions", does: (form) => form.select("Continue"), keeps: ['"step":16,'], shows: question(1, null) },
  ...short.flatMap(([item, response], at): Step[] => [
    {
      name: `answer question ${at + 1}`,
      does: (form) => form.choose(response),
      keeps: [`"id":"${item}","code":${response}`],
      shows: question(at + 1, response),
    },
    {
      name: `go on from question ${at + 1}`,
      does: (form) => form.select("Continue"),
      keeps: [at + 1 < short.length ? `"step":${17 + at},` : '"step":3,'],
      shows: at + 1 < short.length ? question(at + 2, null) : shows("Check your answers"),
    },
  ]),
  {
    name: "change an answer",
    does: async (form) => {
      await form.select("Change the answer to question 2");
      await form.choose(1);
    },
    keeps: ['"id":"ucla_2","code":1', '"returning":true'],
    shows: question(2, 1),
  },
  { name: "go back to the check", does: (form) => form.select("Continue"), keeps: ['"step":3,'], shows: shows("Check your answers") },
  {
    name: "finish",
    does: (form) => form.select("Finish and lock my answers"),
    keeps: ["BEGIN AGE ENCRYPTED FILE"],
    shows: shows("Your answers are locked"),
  },
];

/** Everything that was kept before is still kept, with the changes that were made since. */
async function isKept(page: Page, step: Step): Promise<void> {
  for (const text of step.keeps) await expect.poll(() => kept(page), `kept: ${step.name}`).toContain(text);
}

test("the browser is killed after every step, and everything is there again", async () => {
  test.setTimeout(240_000);
  const profile = new Profile();
  try {
    let before: Step | null = null;
    let text = "";
    for (const step of journey) {
      const page = await profile.open();
      const form = new Questionnaire(page, "keyboard");
      await page.goto(site.url);
      if (before && before.name !== "finish") {
        await expect(page.locator("h1")).toHaveText("Welcome back");
        await form.select("Carry on");
      }
      await before?.shows(form);
      if (before) expect(given(await kept(page))).toEqual(given(text));
      await step.does(form);
      await step.shows(form);
      await isKept(page, step);
      text = await kept(page);
      await profile.kill();
      before = step;
    }
    const page = await profile.open();
    await page.goto(site.url);
    await expect(page.locator("h1")).toHaveText("Your answers are locked");
    await expect(page.locator("main")).toContainText("the locked file is still here");
    expect(await kept(page), "the very same file").toBe(text);
  } finally {
    await profile.remove();
  }
});

/** What a kept draft says of the person; of a sealed file, all of it. */
function given(text: string): unknown {
  if (!text.startsWith("D")) return text;
  const { typed_code, help, answers, step } = JSON.parse(text.slice(1));
  return { typed_code, help, answers, step };
}

test("killed in the very moment in which the next step is shown, at most the last tap is lost", async () => {
  test.setTimeout(120_000);
  const profile = new Profile();
  try {
    let page = await profile.open();
    await page.goto(site.url);
    let form = new Questionnaire(page, "keyboard");
    await form.begin();
    const lost: string[] = [];
    for (const [at, [item, response]] of short.slice(0, 3).entries()) {
      await form.answer(at + 1, response);
      await form.question(at + 2);
      await profile.kill();
      page = await profile.open();
      await page.goto(site.url);
      form = new Questionnaire(page, "keyboard");
      await form.select("Carry on");
      const text = await kept(page);
      // The answer was given before the tap on Continue, so it is never the last tap.
      expect(text, "the answer").toContain(`"id":"${item}","code":${response}`);
      if ((await page.locator(".caption").textContent())?.startsWith(`Question ${at + 1} `)) {
        lost.push(`Continue after question ${at + 1}`);
        await form.select("Continue");
      }
      await form.question(at + 2);
    }
    test.info().annotations.push({ type: "lost", description: lost.join(", ") || "nothing" });
  } finally {
    await profile.remove();
  }
});

test("a reload at every step shows the same step with everything given", async ({ page }) => {
  test.slow();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(site.url);
  const form = new Questionnaire(page, "keyboard");
  for (const step of journey) {
    await step.does(form);
    await step.shows(form);
    await isKept(page, step);
    const text = await kept(page);
    await page.reload();
    await step.shows(form);
    expect(given(await kept(page))).toEqual(given(text));
  }
});

for (const [how, block] of [
  ["throws", () => Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })],
  ["is missing", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
  ["refuses to open", () => {
    IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); };
  }],
] as const) {
  test(`where storage ${how}, the page says so before the first question and goes on`, async ({ page }) => {
    await page.addInitScript(block);
    await page.goto(site.url);
    await expect(page.getByText("This browser does not keep your answers")).toBeVisible();
    await expect(page.locator("main")).not.toContainText("are kept in this browser");
    const form = new Questionnaire(page, "keyboard");
    await form.begin();
    await finish(form, 1);
    await form.save();
  });
}

// Chromium looks at the room that is left only now and then; these are the two ways in which it then says so.
for (const how of ["refuses a write", "gives up a write that it had begun"]) {
  test(`storage that fills up in the middle and ${how} is said at once, and the journey ends well`, async ({ page }) => {
    await page.goto(site.url);
    const form = new Questionnaire(page, "keyboard");
    await form.begin();
    await form.answer(1, 1);
    await form.question(2);
    await expect(page.getByText("This browser does not keep your answers")).toHaveCount(0);
    const full = await page.context().newCDPSession(page);
    await full.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1 });
    await page.evaluate((refuses) => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...record) {
        if (refuses) throw new DOMException("full", "QuotaExceededError");
        const request = put.apply(this, record as never);
        this.transaction.abort();
        return request;
      };
    }, how === "refuses a write");
    await form.choose(3);
    await expect(page.getByText("This browser does not keep your answers")).toBeVisible();
    await form.select("Continue");
    await finish(form, 3);
    await form.save();
    await form.select("Finish and clear this device");
    await form.heading("You have finished");
    await expect.poll(() => kept(page)).toBe("");
  });
}

test("without a network nothing changes", async ({ page, context }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await context.setOffline(true);
  await form.begin();
  await form.answer(1, 3);
  for (let number = 2; number <= 18; number++) await form.select("I’d rather not say");
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
});

test("the browser is asked to keep what is stored once a question is behind, never before", async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    StorageManager.prototype.persist = async () => {
      asked.push(document.querySelector("h1")?.textContent ?? "");
      throw new DOMException("no", "NotAllowedError");
    };
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(site.url);
  const form = new Questionnaire(page, "keyboard");
  await page.getByRole("button", { name: "Start now" }).waitFor();
  expect(await asked()).toEqual([]);
  await form.begin();
  await form.question(1);
  expect(await asked(), "some browsers put the question to the person").toEqual([]);
  await finish(form, 1);
  expect(await asked()).toHaveLength(1);
  expect(faults, "a refusal changes nothing").toEqual([]);
});

/** Would rather not say anything from this question on, and finishes. */
async function finish(form: Questionnaire, from: number): Promise<void> {
  for (let number = from; number <= short.length; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
}
