// Every screen of the researcher's page, room by room, in the order in which a team comes to it. Whatever looks at all
// screens walks these lists: axe, zoom, paper, the pictures. A new screen is one more line here.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

import { researcherUrl } from "../watched.ts";
import { bundleOfSample, demo, fillInbox, ownStudy, passphrase, readProtected, teamKey } from "./researcher.inbox.ts";
import { fillPaperForm, sampleForm, zipOfSample } from "./researcher.paper.ts";

/** A screen of a room. */
export interface Screen {
  name: string;
  /** From the screen before to this one. */
  reach: (desk: Desk) => Promise<unknown>;
  /** What stands on it and not on the screen before. */
  shows: string;
}

/** A room: its screens are reached one after the other, in one tab. */
export interface Room {
  name: string;
  screens: readonly Screen[];
}

/** What a researcher has and does. */
export class Desk {
  /** A folder for files, which goes with the desk. */
  readonly folder = mkdtempSync(join(tmpdir(), "linkwell-desk-"));

  constructor(readonly page: Page) {}

  go = () => this.page.goto(researcherUrl);
  /** The button with these words. */
  press = (name: string | RegExp) => this.page.getByRole("button", { name, exact: true }).first().click();
  follow = (name: string) => this.page.getByRole("link", { name, exact: true }).click();
  fill = (label: string, text: string) => this.page.getByLabel(label, { exact: true }).fill(text);
  give = (field: string, files: string | string[]) => this.page.setInputFiles(`#${field}`, files);
  write = (name: string, text: string): string => {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  };
  clear = () => rmSync(this.folder, { recursive: true });

  private protectedKey: string | undefined;
  /** A key file behind a passphrase, of a study that is not the sample. */
  lockedKey = () => (this.protectedKey ??= readProtected(ownStudy(mkdtempSync(join(this.folder, "other-")))));

  /** The sample study, its key, and files of every outcome. */
  async chooseAll(): Promise<void> {
    await this.give("study-file", bundleOfSample());
    await this.give("key-file", teamKey);
    await this.page.getByText("The key is ready.").waitFor();
    await this.give("sealed-files", fillInbox(this.folder));
    await this.page.locator("#files-title ~ p.chosen").waitFor();
  }

  /** From here on what the page sends its workers waits, but for the first `through` messages. */
  holdWorkers = (through: number) =>
    this.page.evaluate((through) => {
      const held = window as unknown as { release?: () => void };
      const send = Worker.prototype.postMessage;
      const waiting: (() => void)[] = [];
      Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
        const go = () => (send as (...message: unknown[]) => void).apply(this, message);
        if (through-- > 0) go();
        else waiting.push(go);
      };
      held.release = () => {
        Worker.prototype.postMessage = send;
        waiting.forEach((go) => go());
      };
    }, through);

  releaseWorkers = () => this.page.evaluate(() => (window as unknown as { release: () => void }).release());

  /** The worker that holds what was opened dies. */
  async loseClerk(): Promise<void> {
    for (const worker of this.page.workers()) {
      const isClerk = await worker.evaluate(() => self.name === "clerk");
      if (isClerk) await worker.evaluate(() => void setTimeout(() => { throw new Error("it dies"); }));
    }
  }

  async decide(): Promise<void> {
    await this.fill("Who decides", "R. Jones");
    await this.fill("Why", "The first was a try-out");
    await this.press("Note this decision");
  }
}

const problem = "#problem";
const said = (id: string) => `#${id}.error-message`;

const opening: Room = {
  name: "opening",
  screens: [
    { name: "start", reach: (desk) => desk.go(), shows: ".invitation" },
    { name: "missing", reach: (desk) => desk.press("Open the files"), shows: problem },
    {
      name: "wrong",
      reach: async (desk) => {
        await desk.give("study-file", teamKey);
        await desk.give("decisions-file", teamKey);
        await desk.fill("Paste a secret key", "x");
        await desk.press("Use this key");
      },
      shows: said("key-error"),
    },
    { name: "locked key", reach: (desk) => desk.give("key-file", desk.lockedKey()), shows: "#passphrase" },
    {
      name: "wrong passphrase",
      reach: async (desk) => (await desk.fill("Passphrase", "another horse"), desk.press("Unlock the key file")),
      shows: said("passphrase-error"),
    },
    {
      name: "ready",
      reach: async (desk) => {
        await desk.press("Use another key");
        await desk.press("Remove the decisions");
        await desk.give("participants-file", join(demo, "participants.csv"));
        await desk.chooseAll();
      },
      shows: "#files-title ~ p.chosen",
    },
    {
      name: "list with mistakes",
      reach: (desk) => desk.give("participants-file", desk.write("list.csv", "participant\n13NEVX\n13NEVD\n13NEVD\n")),
      shows: said("participants-error"),
    },
    {
      name: "key to keep",
      reach: async (desk) => {
        await desk.press("Remove the list");
        await desk.page.getByLabel("Keep this key on this device, locked with a passphrase").check();
        await desk.press("Keep the key");
      },
      shows: said("keep-error"),
    },
    {
      name: "opening",
      reach: async (desk) => (await desk.holdWorkers(1), desk.press("Open the files")),
      shows: ".progress-words",
    },
    { name: "stopping", reach: (desk) => desk.press("Stop"), shows: ".actions [role=status]" },
    {
      name: "stopped",
      reach: (desk) => desk.releaseWorkers(),
      shows: "main .notice .button",
    },
    { name: "lost", reach: (desk) => desk.loseClerk(), shows: ".choosing" },
    { name: "locked", reach: (desk) => desk.press("Lock"), shows: ".notice-done" },
  ],
};

const found: Room = {
  name: "found",
  screens: [
    {
      name: "ledger and table",
      reach: async (desk) => (await desk.go(), await desk.chooseAll(), desk.press("Open the files")),
      shows: "table.data tbody tr",
    },
    { name: "rejected", reach: (desk) => desk.page.locator("#show-rejected").check(), shows: ".count-card.is-chosen.is-rejected" },
    { name: "to decide", reach: (desk) => desk.press(/^To decide/), shows: "#withdraw-title" },
    { name: "conflict", reach: (desk) => desk.press(/^Decide about .* different records$/), shows: "table.beside .differs" },
    { name: "conflict undecided", reach: (desk) => desk.press("Note this decision"), shows: problem },
    {
      name: "decided",
      reach: async (desk) => (await desk.page.getByRole("radio").nth(1).check(), desk.decide()),
      shows: "#log-title ~ .table-frame",
    },
    { name: "does it count", reach: (desk) => desk.press(/^Decide about .*baseline$/), shows: "main .decision" },
    {
      name: "withdrawal",
      reach: async (desk) => (await desk.press("Back without deciding"), desk.press("Note a withdrawal")),
      shows: ".text-line + .text-line + .text-line",
    },
    { name: "people", reach: (desk) => desk.press("People"), shows: "table.people" },
    {
      name: "person",
      reach: async (desk) => {
        const { participant } = JSON.parse(readFileSync(join(demo, "answers/baseline-01.json"), "utf8"));
        await desk.press(participant);
      },
      shows: "table.beside",
    },
  ],
};

const changed: Room = {
  name: "what changed",
  screens: [
    {
      name: "sample",
      // Where the link leads: to follow it would let go of what the page is still loading.
      reach: (desk) => desk.page.goto(`${researcherUrl}?sample`),
      shows: "table.data tbody tr",
    },
    { name: "what changed", reach: (desk) => desk.press("What changed"), shows: "#contacts-title" },
    {
      name: "by an item, with contacts",
      reach: async (desk) => {
        await desk.page.locator("#report-by").selectOption("gse_1");
        await desk.page.locator(".report caption", { hasText: "By gse_1" }).first().waitFor();
        await desk.give("contacts-file", join(demo, "contacts.csv"));
      },
      shows: "table.not-counted",
    },
    {
      name: "wrong contacts",
      reach: (desk) => desk.give("contacts-file", desk.write("contacts.csv", "participant,practice\n")),
      shows: said("contacts-error"),
    },
  ],
};

const builder: Room = {
  name: "study builder",
  screens: [
    { name: "beginning", reach: async (desk) => (await desk.go(), desk.follow("Make or change a study")), shows: "#open-study" },
    { name: "no study", reach: (desk) => desk.give("open-study", teamKey), shows: "#open-error:not(:empty)" },
    { name: "new study", reach: (desk) => desk.press("Start a new study"), shows: "#at-id" },
    {
      name: "everything asked for",
      reach: async (desk) => {
        const { page } = desk;
        await page.getByLabel("Cymraeg").check();
        await page.getByLabel("Ask people for their consent on the page").check();
        await page.getByLabel("Finished files are sent to an address of yours").check();
        await desk.press(/^Paste licensed words: Short Warwick/);
        await desk.press("Use these words");
        await page.getByRole("button", { name: "Cymraeg" }).first().click();
        await page.getByLabel("First day").fill("soon");
        await desk.press("Make the keys");
      },
      shows: "#keys-mistake.error-message",
    },
    {
      name: "keys made",
      reach: async (desk) => {
        await desk.page.locator("#open-keys").check();
        await desk.press("Make the keys");
      },
      shows: "#keys-made",
    },
    {
      name: "preview",
      reach: async (desk) => {
        await desk.page.getByLabel("First day").fill("274");
        await desk.page.getByLabel("Ask people for their consent on the page").uncheck();
        await desk.page.getByLabel("Finished files are sent to an address of yours").uncheck();
        await desk.press("Show the preview");
        await desk.page.frameLocator("#preview-frame").getByRole("heading", { level: 1 }).waitFor();
      },
      shows: "#preview-title",
    },
  ],
};

const paper: Room = {
  name: "paper forms",
  screens: [
    { name: "choosing", reach: async (desk) => (await desk.go(), desk.follow("Key in paper forms")), shows: "#team-study" },
    { name: "no study", reach: (desk) => desk.give("team-study", teamKey), shows: said("team-study-error") },
    { name: "empty form", reach: (desk) => desk.give("team-study", zipOfSample(desk.folder)), shows: "#keyed-participant" },
    {
      name: "mistakes",
      reach: async (desk) => {
        await fillPaperForm(desk.page, sampleForm);
        await desk.page.locator("#keyed-item-gse_1").fill("9");
        await desk.press("The first keying is done");
      },
      shows: problem,
    },
    {
      name: "handing over",
      reach: async (desk) => {
        await desk.page.locator("#keyed-item-gse_1").fill("2");
        await desk.press("The first keying is done");
      },
      shows: "main:not(:has(.keying)) h1",
    },
    {
      name: "comparing",
      reach: async (desk) => {
        await desk.press("Key it in again");
        await fillPaperForm(desk.page, sampleForm, { gse_1: "s", gse_2: "p" });
        await desk.page.locator("#keyed-consent").selectOption("-");
        await desk.press("Compare the two");
        await desk.page.locator("#keyed-item-gse_1-2").check();
        await desk.press("Take what the paper says");
      },
      shows: problem,
    },
    {
      name: "agreed",
      reach: async (desk) => {
        await desk.page.getByLabel("What the paper says: gse_1").fill("2");
        await desk.page.locator("#keyed-item-gse_2").check();
        await desk.page.locator("#keyed-consent").check();
        await desk.press("Take what the paper says");
      },
      shows: "main:not(:has(.difference)) h1",
    },
    {
      name: "sealed",
      reach: async (desk) => {
        const download = desk.page.waitForEvent("download");
        await desk.press("Seal and save the form");
        await download;
      },
      shows: ".receipt-code",
    },
  ],
};

const inviting: Room = {
  name: "invitations",
  screens: [
    { name: "choosing", reach: async (desk) => (await desk.go(), desk.follow("Make invitations and letters")), shows: "#team-study" },
    {
      name: "mistakes",
      reach: async (desk) => (await desk.give("team-study", zipOfSample(desk.folder)), desk.press("Make the invitations")),
      shows: problem,
    },
    {
      name: "wrong key",
      reach: (desk) => desk.give("signing-key", teamKey),
      shows: '#signing-error:has-text("not a signing key")',
    },
    {
      name: "ready",
      reach: async (desk) => {
        await desk.page.locator("#invite-wave").selectOption("followup");
        await desk.page.locator("#invite-base").fill("https://host.example/study/");
        await desk.page.locator("#invite-expires").fill("05 03 2127");
        await desk.page.locator("#invite-pasted").fill("13NEVD\nTCT6JS");
        await desk.page.locator("#invite-make").fill("20");
        await desk.give("signing-key", join(demo, "keys/signing-key.txt"));
      },
      shows: "#signing-key.chosen",
    },
    { name: "made", reach: (desk) => desk.press("Make the invitations"), shows: ".in-zip" },
  ],
};

const drill: Room = {
  name: "keys",
  screens: [
    { name: "choosing", reach: async (desk) => (await desk.go(), desk.follow("Try out the keys")), shows: "#team-study" },
    { name: "nothing tried", reach: (desk) => desk.give("team-study", zipOfSample(desk.folder)), shows: ".drill-keys" },
    { name: "locked", reach: (desk) => desk.give("drill-files", desk.lockedKey()), shows: "#drill-passphrase" },
    {
      name: "wrong passphrase",
      reach: async (desk) => (await desk.fill("Its passphrase", "another horse"), desk.press("Unlock and try it")),
      shows: said("drill-error"),
    },
    {
      name: "not whole yet",
      reach: async (desk) => {
        await desk.fill("Its passphrase", passphrase);
        await desk.press("Unlock and try it");
        await desk.page.locator(".drill-trials li").waitFor();
        await desk.give("drill-files", [join(demo, "keys/signing-key.txt"), desk.write("empty.txt", "")]);
      },
      shows: ".drill-trials li:nth-child(3)",
    },
    {
      name: "well",
      reach: async (desk) => {
        await desk.press("Begin again");
        const keys = ["team-identity", "recovery-identity", "signing-key"].map((name) => join(demo, `keys/${name}.txt`));
        await desk.give("drill-files", keys);
      },
      shows: ".notice-done",
    },
  ],
};

const kept: Room = {
  name: "kept keys",
  screens: [
    {
      name: "kept",
      reach: async (desk) => {
        await desk.go();
        await desk.give("study-file", bundleOfSample());
        await desk.give("key-file", teamKey);
        await desk.page.getByLabel("Keep this key on this device, locked with a passphrase").check();
        await desk.fill("A passphrase for the copy", "four words at random");
        await desk.fill("The same passphrase again", "four words at random");
        await desk.press("Keep the key");
        await desk.page.getByText("A locked copy is kept on this device.").waitFor({ timeout: 60_000 });
      },
      shows: ".keeping",
    },
    { name: "next visit", reach: (desk) => desk.page.reload(), shows: ".kept-keys li" },
    { name: "its passphrase", reach: (desk) => desk.press(/^Use the key of/), shows: "#passphrase" },
  ],
};

export const rooms: readonly Room[] = [opening, found, changed, builder, paper, inviting, drill, kept];

/** Walks through a room and looks at every screen. */
export async function walkRoom(page: Page, room: Room, look: (screen: Screen) => Promise<void>): Promise<void> {
  const desk = new Desk(page);
  try {
    for (const [at, screen] of room.screens.entries()) {
      // What is there already would show nothing: the look would be taken of the screen before.
      if (at > 0) await expect(page.locator(screen.shows), `before the screen "${screen.name}"`).toHaveCount(0);
      await screen.reach(desk);
      await expect(page.locator(screen.shows).first(), `the screen "${screen.name}"`).toBeVisible({ timeout: 60_000 });
      await look(screen);
    }
  } finally {
    desk.clear();
  }
}
