// What a FHIR Bundle says of the tables, as facts.py's lines: what is in tags by systems.csv, items from the responses,
// scores from the Observations, or from `scores` where a judge has made them itself.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const CODES = { "not-asked": "-97", "asked-declined": "-98", unknown: "-99" };

export function read(folder) {
  const lines = readFileSync(join(folder, "systems.csv"), "utf8").trim().split("\r\n").slice(1);
  const systems = new Map(lines.map((line) => line.split(",")).map(([system, kind, name, type]) => [system, { kind, name, type }]));
  const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  const all = bundle.entry.map((entry) => entry.resource);
  const of = (type) => all.filter((resource) => resource.resourceType === type);
  const observations = new Map();
  for (const made of of("Observation")) {
    const from = made.derivedFrom[0].reference.slice("urn:uuid:".length);
    observations.set(from, [...(observations.get(from) ?? []), made]);
  }
  return { bundle, all, systems, questionnaires: of("Questionnaire"), responses: of("QuestionnaireResponse"), observations };
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

class Columns {
  cells = new Map();
  add(column, wave, value, numeric = false) {
    const name = `${column}\t${wave}`;
    if (!this.cells.has(name)) this.cells.set(name, { there: 0, sum: 0, numeric: false, missing: new Map() });
    const cell = this.cells.get(name);
    cell.numeric ||= numeric;
    if (value === undefined) return;
    if (typeof value === "object") cell.missing.set(value.code, (cell.missing.get(value.code) ?? 0) + 1);
    else {
      cell.there += 1;
      cell.sum += Number(value);
    }
  }
  say() {
    for (const [name, { there, sum, numeric, missing }] of this.cells) {
      const [column, wave] = name.split("\t").map(quoted);
      console.log(`n,${column},${wave},,${there}`);
      if (numeric && there > 0) console.log(`mean,${column},${wave},,${sum / there}`);
      for (const [code, count] of missing) console.log(`missing,${column},${wave},${code},${count}`);
    }
  }
}

/** Prints the facts. `scores(response)` gives scores by their code instead of those of the Observations. */
export function say({ systems, questionnaires, responses, observations }, scores) {
  const columns = new Columns();
  const records = new Map();
  for (const response of responses) {
    const [receipt] = response.identifier.value.split("/");
    const key = `${response.subject.identifier.value}\t${receipt}\t${response.authored}`;
    records.set(key, [...(records.get(key) ?? []), response]);
  }
  const tagged = [...systems.values()].filter((system) => system.kind === "column");
  const numericItems = new Set();
  const bands = new Set();
  const parts = new Map();
  for (const of of observations.values()) {
    for (const made of of) {
      const code = made.code.coding[0].code;
      if (made.interpretation) bands.add(code);
      for (const part of made.component ?? []) parts.set(part.code.coding[0].code, code);
    }
  }
  for (const one of questionnaires) for (const item of one.item) if (["choice", "integer"].includes(item.type)) numericItems.add(item.linkId);
  for (const of of records.values()) {
    const tags = new Map(of[0].meta.tag.map((tag) => [systems.get(tag.system).name, tag.code]));
    const wave = tags.get("wave");
    for (const { name, type } of tagged) {
      const own = { participant: of[0].subject.identifier.value, receipt: of[0].identifier.value };
      columns.add(name, wave, own[name] ?? tags.get(name), type === "integer" || type === "number");
    }
    columns.add("finished_utc", wave, of[0].authored);
    for (const one of questionnaires) {
      const response = of.find((made) => made.questionnaire === `${one.url}|${one.version}`);
      const asked = one.item.filter((item) => item.type !== "display");
      const not = { code: "-97" };
      for (const item of asked.filter((item) => !item.readOnly)) {
        const given = response?.item.find((made) => made.linkId === item.linkId);
        const value = given?.answer?.[0];
        const missing = response ? { code: CODES[given?.extension?.[0].valueCode] } : not;
        columns.add(item.linkId, wave, value?.valueCoding?.code ?? value?.valueInteger ?? value?.valueString ?? missing, numericItems.has(item.linkId));
      }
      const made = new Map((response ? observations.get(response.id) ?? [] : []).map((one) => [one.code.coding[0].code, one]));
      const own = response && scores?.(response);
      for (const item of asked.filter((item) => item.readOnly)) {
        const value = own ? own.get(item.linkId) : made.get(item.linkId)?.valueQuantity?.value;
        columns.add(item.linkId, wave, response ? value : not, true);
      }
      const names = new Set(asked.map((item) => item.linkId));
      for (const band of [...bands].filter((band) => names.has(band))) {
        columns.add(`${band}_band`, wave, response ? made.get(band)?.interpretation?.[0].text : not);
      }
      for (const [part, code] of [...parts].filter(([, code]) => names.has(code))) {
        const found = made.get(code)?.component.find((one) => one.code.coding[0].code === part);
        const value = found?.valueInteger ?? (found && Number(found.valueBoolean));
        columns.add(part, wave, response ? value : not, true);
      }
    }
  }
  columns.say();
}
