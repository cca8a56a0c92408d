// "Send to the research team" against a real WebDAV host, on good lines and bad ones. Whatever happens, the host ends up
// with one file, byte for byte the one that the page would save, or the person is told to use another way.
import { expect, test, type Page } from "@playwright/test";
import { DepositHost } from "./deposit-host.ts";
import { imported } from "./imported.ts";
import { Profile } from "./profile.ts";
import { Questionnaire, code } from "./questionnaire.ts";
import { Site, short, shorten } from "./site.ts";
import { kept } from "./storages.ts";

const send = "Send to the research team";
const clear = "Finish and clear this device";
const waiting = "have not arrived yet";
const arrived = "have arrived with the research team";

let host: DepositHost;
let site: Site;

/** A host, and a study that sends its files to one of its places. */
async function begin(place: "in" | "small" = "in"): Promise<void> {
  host = await DepositHost.start();
  site = await Site.start((study) => {
    shorten(study);
    study.deposit = { address: host.address(place) };
  });
  await host.serve(site.origin);
}

test.afterEach(async () => {
  await site?.stop();
  await host?.stop();
});

/** From the start to the sealed file; nothing has been sent by then. */
async function toHandOver(page: Page): Promise<Questionnaire> {
  const form = new Questionnaire(page, "keyboard");
  await page.goto(site.url);
  await form.begin();
  for (const [at, [, response]] of short.entries()) await form.answer(at + 1, response);
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  await expect(page.locator(".actions .button").first()).toHaveText(send);
  expect(host.attempts, "nothing is sent unasked").toBe(0);
  return form;
}

/** The host has this one file; the device can be cleared now. */
async function hasArrived(form: Questionnaire): Promise<void> {
  await expect(form.page.getByRole("status").filter({ hasText: arrived })).toBeVisible({ timeout: 20_000 });
  // Nothing but clearing is left to do.
  await expect(form.page.locator("main").getByRole("button")).toHaveText([clear]);
  // One file arrived, it is called after this record's receipt code, and it opens.
  const receipt = await form.page.locator(".receipt-code [aria-hidden]").textContent();
  const name = `linkwell-${receipt?.replace(" ", "")}.txt`;
  const files = host.files();
  expect(Object.keys(files)).toEqual([name]);
  expect(imported(files[name], site.study).participant).toBe(code.meant);
  await form.select(clear);
  await form.heading("You have finished");
}

const outcome = (page: Page) => page.locator(".outcome");
const cannotClear = (page: Page) => expect(page.getByRole("button", { name: clear })).toHaveCount(0);

test("the file arrives, alone and as it is, and the researcher's command reads it", async ({ page }) => {
  await begin();
  const breaches: string[] = [];
  page.on("console", (message) => breaches.push(message.text()));
  const form = await toHandOver(page);
  await cannotClear(page);
  await form.select(send);
  await hasArrived(form);
  expect(host.attempts).toBe(1);
  expect(host.headers["content-type"]).toBe("text/plain");
  for (const name of ["cookie", "authorization", "referer"]) expect(host.headers[name]).toBeUndefined();
  const row = imported(Object.values(host.files())[0], site.study);
  expect(row.participant).toBe(code.meant);
  expect(short.map(([item]) => [item, Number(row[item])])).toEqual(short);
  expect(breaches).toEqual([]);
  const [name] = Object.keys(host.files());
  for (const method of ["GET", "HEAD", "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "POST"]) {
    expect(await host.tries(method, `/in/${name}`), method).toBeGreaterThanOrEqual(400);
  }
  expect(await host.tries("GET", "/in/"), "nobody can list").toBeGreaterThanOrEqual(400);
});

test("a name that is taken stays as it is", async ({ page }) => {
  await begin();
  const form = await toHandOver(page);
  await form.select(send);
  await expect(outcome(page)).toContainText(arrived);
  const before = host.files();
  expect(await host.tries("PUT", `/in/${Object.keys(before)[0]}`)).toBe(204);
  expect(host.files()).toEqual(before);
});

for (const line of ["breaks in the middle", "breaks before the answer", { status: 500 }, { status: 507 }] as const) {
  test(`when the line ${typeof line === "string" ? line : `answers ${line.status}`}, the page tries again by itself`, async ({ page }) => {
    await begin();
    const form = await toHandOver(page);
    host.does = line;
    await form.select(send);
    await expect(outcome(page)).toContainText(waiting);
    await cannotClear(page);
    expect(Object.keys(host.files())).toHaveLength(line === "breaks before the answer" ? 1 : 0);
    host.does = "passes it on";
    await hasArrived(form);
    expect(host.attempts).toBeGreaterThanOrEqual(2);
  });
}

test("a file that the host finds too large is refused calmly, and another way is left", async ({ page }) => {
  await begin("small");
  const form = await toHandOver(page);
  await form.select(send);
  await expect(outcome(page)).toContainText("did not take the file");
  await cannotClear(page);
  await expect(page.getByRole("button", { name: send })).toHaveCount(0);
  expect(host.files("small")).toEqual({});
  await form.save();
  await form.select(clear);
  await form.heading("You have finished");
  expect(host.attempts, "what is refused is not tried again").toBe(1);
});

test("on a slow line the page says that it is sending until it has arrived", async ({ page, context }) => {
  await begin();
  const form = await toHandOver(page);
  const network = await context.newCDPSession(page);
  const slow = { offline: false, latency: 300, downloadThroughput: 4_000, uploadThroughput: 4_000 };
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", slow);
  await form.select(send);
  await expect(outcome(page)).toContainText("are being sent");
  await cannotClear(page);
  await hasArrived(form);
  expect(host.attempts).toBe(1);
});

test("offline it waits, and back online it goes at once", async ({ page, context }) => {
  await begin();
  const form = await toHandOver(page);
  // From now on the page's clock stands still: no wait ends by its time.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await context.setOffline(true);
  await form.select(send);
  await expect(outcome(page)).toContainText(waiting);
  expect(host.attempts).toBe(0);
  await context.setOffline(false);
  await expect(outcome(page)).toContainText(arrived);
  expect(Object.keys(host.files())).toHaveLength(1);
});

test("a browser that is killed while sending goes on by itself when it is opened again", async () => {
  test.setTimeout(90_000);
  await begin();
  const profile = new Profile();
  try {
    let page = await profile.open();
    let form = await toHandOver(page);
    const receipt = await page.locator(".receipt-code").textContent();
    host.does = "never answers";
    await form.select(send);
    await expect.poll(() => host.attempts).toBe(1);
    await expect(outcome(page)).toContainText("are being sent");
    await expect.poll(async () => (await kept(page)).slice(0, 1), "that it is being sent is kept").toBe("S");
    await profile.kill();
    expect(host.files()).toEqual({});

    host.does = "passes it on";
    page = await profile.open();
    form = new Questionnaire(page, "keyboard");
    await page.goto(site.url);
    await expect(outcome(page)).toContainText(arrived);
    await expect(page.locator(".receipt-code")).toHaveText(receipt!);
    expect(Object.keys(host.files())).toHaveLength(1);
    await expect.poll(async () => (await kept(page)).slice(0, 1), "that it has arrived is kept").toBe("A");

    // What has arrived is known after one more start, and is not sent again.
    await profile.kill();
    page = await profile.open();
    await page.goto(site.url);
    await expect(outcome(page)).toContainText(arrived);
    expect(host.attempts).toBe(2);
    await expect(page.getByRole("button", { name: clear })).toBeVisible();
  } finally {
    await profile.remove();
  }
});
