// What a research team may be sent in a year: 250 files, with every reason of the ledger among them that can be brought
// about with the command and with small damages. Studies that differ from the sample in one thing stand for pages that
// were published with another study file.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { linkwellCommand } from "../watched.ts";
import { demo, linkwell, ownStudy, readProtected, seal, teamKey } from "./researcher.inbox.ts";
import { writeStudy } from "./study-folder.ts";

/** How many lines the ledger has: archives have a line an entry. */
export const LINES = 250;

/** Every reason that is brought about. */
export const REASONS = [
  "ok", "same_record", "conflict", "no_baseline", "baseline_unclear", "outside_window", "clock", "unknown_site",
  "newer_study", "instruments_differ", "consent_missing", "consent_differs", "wrong_key", "wrong_study", "unknown_wave",
  "unknown_instrument", "damaged", "truncated", "empty", "not_sealed", "passphrase", "newer_seal", "too_large",
  "nested_archive", "damaged_archive", "other_archive", "invitation_forged", "invitation_expired",
];

type Json = Record<string, any>;
const read = (file: string): Json => JSON.parse(readFileSync(file, "utf8"));
const answersOf = (name: string): Json => read(join(demo, `answers/${name}.json`));

/** Fills `folder` with an inbox, and gives the paths of its files. */
export function fillMixed(folder: string): string[] {
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const file = (name: string) => join(inbox, name);
  let made = 0;
  /** Seals answers after a change, with the sample's study after a change. */
  const put = (name: string, from: string, change: { answers?: (a: Json) => void; study?: (s: Json) => void; token?: string }) => {
    const answers = answersOf(from);
    change.answers?.(answers);
    const place = join(folder, `made-${++made}`);
    mkdirSync(place);
    writeFileSync(join(place, "answers.json"), JSON.stringify(answers));
    const study = read(join(demo, "study.json"));
    change.study?.(study);
    const published = change.study ? writeStudy(place, JSON.stringify(study)) : join(demo, "study.json");
    const invited = change.token ? ["--invitation", change.token] : [];
    linkwell("seal", "--study", published, ...invited, join(place, "answers.json"), "-o", file(name));
  };
  const at = (day: string) => (answers: Json) => {
    delete answers.completed;
    Object.assign(answers, { started: `${day}T10:00:00+00:00`, finished: `${day}T10:09:00+00:00` });
  };

  // People with one wave or two; those from 41 on are kept for what is wrong.
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n).padStart(2, "0"));
  const waves = (name: string) => readdirSync(join(demo, "answers")).includes(`${name}.json`);
  for (const number of numbers(1, 40)) {
    for (const name of [`baseline-${number}`, `followup-${number}`].filter(waves)) seal(name, file(`${name}.txt`));
  }
  put("conflict 1.txt", "baseline-41", {});
  put("conflict 2.txt", "baseline-41", { answers: (a) => (a.answers.gse_1 = a.answers.gse_1 === 1 ? 2 : 1) });
  put("unclear 1.txt", "baseline-42", {});
  put("unclear 2.txt", "baseline-42", { answers: at("2025-01-02") });
  const late = (name: string) => answersOf(name).participant;
  put("unclear 3.txt", "followup-01", { answers: (a) => (a.participant = late("baseline-42")) });
  put("no baseline.txt", "followup-01", { answers: (a) => (a.participant = late("baseline-43")) });
  put("late 1.txt", "baseline-44", {});
  put("late 2.txt", "followup-01", { answers: (a) => (Object.assign(a, { participant: late("baseline-44") }), at("2029-01-02")(a)) });
  put("clock.txt", "baseline-45", { answers: at("2012-01-01") });
  put("site.txt", "baseline-46", { answers: (a) => (Object.assign(a, { site: "elsewhere" }), delete a.link_worker), study: (s) => s.sites.push({ id: "elsewhere", name: "Elsewhere" }) });
  put("newer study.txt", "baseline-47", { study: (s) => (s.version += 1) });
  put("fewer.txt", "baseline-48", {
    answers: (a) => Object.keys(a.answers).filter((item) => item.startsWith("ucla")).forEach((item) => delete a.answers[item]),
    study: (s) => (s.waves[0].instruments = s.waves[0].instruments.filter((id: string) => id !== "ucla3")),
  });
  put("no consent.txt", "baseline-49", { answers: (a) => delete a.consent, study: (s) => delete s.consent });
  put("another sheet.txt", "baseline-50", {
    answers: (a) => (a.consent.version = "99"),
    study: (s) => Object.values<Json>(s.consent).forEach((sheet) => (sheet.version = "99")),
  });
  put("unknown wave.txt", "baseline-51", { answers: (a) => (a.wave = "third"), study: (s) => (s.waves[0].id = "third") });
  put("unknown instrument.txt", "baseline-52", {
    answers: (a) => [1, 2, 3, 4, 5].forEach((item) => (a.answers[`who5_${item}`] = 3)),
    study: (s) => {
      s.instruments.push(who5());
      s.waves[0].instruments.push("who5");
    },
  });
  put("another study.txt", "baseline-53", { study: (s) => (s.id = "another-study") });
  const own = ownStudy(folder);
  put("strangers.txt", "baseline-54", { study: (s) => (s.recipients = read(join(own, "study.json")).recipients) });
  copyFileSync(readProtected(own), file("a key file.txt"));
  put("forged.txt", "baseline-55", { token: token(folder, "forged", "baseline-55", signedByOthers(folder)) });
  put("expired.txt", "baseline-56", { answers: at("2091-01-02"), token: token(folder, "expired", "baseline-56", undefined, "2090-01-01") });

  const sealed = readFileSync(file("baseline-01.txt"));
  const text = sealed.toString("latin1");
  const changed = Buffer.from(sealed);
  const place = Math.floor(changed.length * 0.75);
  changed[place] = changed[place] === 65 ? 66 : 65;
  writeFileSync(file("changed.txt"), changed);
  writeFileSync(file("newer.txt"), text.replace("YWdlLWVuY3J5cHRpb24ub3JnL3Yx", "YWdlLWVuY3J5cHRpb24ub3JnL3Yy"));
  writeFileSync(file("large.txt"), Buffer.alloc(32 * 1024 * 1024 + 1, 65));
  for (const length of [10, 500, 1500]) writeFileSync(file(`cut ${length}.txt`), sealed.subarray(0, length));
  writeFileSync(file("empty.txt"), "");
  for (const name of ["letter.txt", "größe.txt", "=1+1.txt"]) writeFileSync(file(name), `Dear all, ${name}\n`);
  writeFileSync(file("photo.jpg"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));

  // Archives: one with an archive inside, one that was cut, one of another kind.
  writeFileSync(file("old.rar"), "Rar!\x1a\x07\x00");
  writeFileSync(file("cut.zip"), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]));
  const packed = join(folder, "packed");
  mkdirSync(packed);
  for (const number of numbers(1, 20)) copyFileSync(file(`baseline-${number}.txt`), join(packed, `copy-${number}.txt`));
  writeFileSync(join(packed, "inner.zip"), "PK");
  execFileSync("tar", ["-cf", file("sent later.tar"), "-C", packed, ...readdirSync(packed).sort()]);

  // The same files again, as people send them to be on the safe side.
  const lines = () => readdirSync(inbox).length - 1 + readdirSync(packed).length;
  for (const number of Array.from({ length: LINES - lines() }, (_, n) => n)) {
    copyFileSync(file(`baseline-${numbers(1, 40)[number % 40]}.txt`), file(`again-${number}.txt`));
  }
  return readdirSync(inbox).sort().map(file);
}

/** What a study file says of the five questions of the WHO. */
function who5(): Json {
  const shown = execFileSync(linkwellCommand, ["instruments", "show", "who5", "--json"], { encoding: "utf8" });
  const { id, version, definition_sha256, wordings } = JSON.parse(shown);
  const [{ language, text_sha256 }] = wordings;
  return { id, version, definition_sha256, wordings: { [language]: { text_sha256 } } };
}

/** An invitation of the person of these answers, by the sample's key or that of another study. */
function token(folder: string, name: string, answers: string, other?: { study: string; key: string }, expires?: string): string {
  const list = join(folder, `${name}.csv`);
  const { participant, site, link_worker } = answersOf(answers);
  writeFileSync(list, `participant,site\n${participant},${link_worker ? `${site}/${link_worker}` : site}\n`);
  const invited = join(folder, `${name}-invited.csv`);
  linkwell(
    "invite", "--study", other?.study ?? join(demo, "study.json"), "--key", other?.key ?? join(demo, "keys/signing-key.txt"),
    "--participants", list, "--wave", "baseline", "--base-url", "https://host.example/", ...(expires ? ["--expires", expires] : []), "-o", invited,
  );
  return /#i=([^,"\s]+)/.exec(readFileSync(invited, "utf8"))![1];
}

/** The sample's study with another signing key, which somebody else has. */
function signedByOthers(folder: string): { study: string; key: string } {
  const place = join(folder, "forger");
  linkwell("study", "new", "--no-passphrase", place);
  const study = { ...read(join(demo, "study.json")), signing_key: read(join(place, "study.json")).signing_key };
  const published = join(folder, "forged-study");
  mkdirSync(published);
  return { study: writeStudy(published, JSON.stringify(study)), key: join(place, "keys/signing-key.txt") };
}

export { teamKey };
