// The study in one file, opened from the disk of a laptop that has no network: the same journey, and not one request.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { accessibilityBreaches, expect, linkwellCommand, patientUrl, test } from "../watched.ts";
import { breach } from "./breach.ts";
import { given, imported } from "./given.ts";
import { focusComesWithin, Questionnaire, code } from "./questionnaire.ts";

const file = process.env.LINKWELL_SINGLE_FILE!;
const demo = join(import.meta.dirname, "../../studies/demo");

for (const [place, open] of [["one file from the disk", pathToFileURL(file).href], ["the folder", patientUrl]]) {
  test(`${place}: the record names the build that the foot shows`, async ({ page, context, watch }) => {
    test.slow();
    const requests: string[] = [];
    await context.setOffline(place !== "the folder");
    context.on("request", (request) => requests.push(request.url()));
    await page.goto(`${open}#site=hilltop`);
    await page.getByRole("button", { name: "Start now" }).waitFor();
    watch.hasStarted = true;
    const form = new Questionnaire(page, "keyboard");
    await form.begin();
    await form.answer(1, 7);
    await page.evaluate(() => document.querySelector("footer")?.scrollIntoView());
    for (let number = 2; number <= given.length; number++) {
      await form.question(number);
      await form.select("I’d rather not say");
    }
    await form.select("Finish and lock my answers");
    await form.heading("Your answers are locked");
    expect(await accessibilityBreaches(page)).toEqual([]);
    const { name, text } = await form.save();
    expect(name).toMatch(/^linkwell-[0-9A-Z]{8}\.txt$/);
    const row = imported(text);
    expect([row.participant, row.site, row.life_satisfaction]).toEqual([code.meant, "hilltop", "7"]);

    const shown = /build ([0-9a-f]{12})/.exec((await page.locator("footer").textContent())!)![1];
    expect(made(text).build).toBe(shown);
    if (place === "the folder") {
      const list = await (await context.request.get(`${patientUrl}BUILD.txt`)).text();
      expect(list.split("\n")[0]).toContain(`build ${shown}`);
    } else {
      expect(requests, "nothing is asked for but the file itself").toEqual([open]);
    }
  });
}

test("one file: a draft on the disk survives a reload and is cleared", async ({ page }) => {
  await page.goto(pathToFileURL(file).href);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 3);
  await form.question(2);
  // Written within milliseconds; a tab that is killed before loses the last tap at most.
  await page.waitForTimeout(focusComesWithin);
  await page.reload();
  await form.question(2);
  await page.goto("about:blank");
  await page.goto(pathToFileURL(file).href);
  await form.select("Start again");
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
});

test("one file: its policy refuses a script that is not in it, and every connection", async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  expect(await breach(page, () => document.head.append(Object.assign(document.createElement("script"), { text: "0" })))).toMatch(
    /script-src-elem|require-trusted-types-for/,
  );
  expect(await breach(page, () => void fetch("http://203.0.113.1/").catch(() => {}))).toBe("connect-src");
  expect(await breach(page, () => document.body.insertAdjacentHTML("beforeend", "<b>a</b>"))).toBe("require-trusted-types-for");
  await page.close();
});

/** What made the record in a sealed file, as the researcher's command tells. */
function made(sealed: string): { name: string; version: string; build: string } {
  const answers = join(mkdtempSync(join(tmpdir(), "linkwell-e2e-")), "answers.txt");
  writeFileSync(answers, sealed);
  const words = ["verify", answers, "--study", join(demo, "study.json"), "--identity", join(demo, "keys/team-identity.txt")];
  return JSON.parse(execFileSync(linkwellCommand, [...words, "--json"], { encoding: "utf8" })).software;
}

test("one file: nothing in it names an address to load from", () => {
  const page = readFileSync(file, "utf8");
  expect(page).not.toMatch(/<(link|img|iframe)[^>]+(href|src)="(?!data:)/);
  expect(page).not.toMatch(/<script[^>]+src=/);
});
