// LHC-Forms, in Chromium: each Questionnaire is drawn as a form, each response is put into it, and the scores that the form
// calculates are compared with the Observations, one by one, and told instead of them.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

import { read, say } from "./fhir_facts.mjs";

const ours = createRequire(new URL("../../e2e/package.json", import.meta.url));
const { chromium } = ours("@playwright/test");
const forms = join(new URL(".", import.meta.url).pathname, "node_modules/lforms/dist/lforms");
const SCRIPTS = ["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"];
const PAGE = `<!doctype html><meta charset="utf-8"><title>LHC-Forms</title><div id="form"></div>${SCRIPTS.map((name) => `<script src="/${name}"></script>`).join("")}`;
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".png": "image/png" };

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const file = join(forms, path);
  if (path === "/") response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
  else if (file.startsWith(forms) && existsSync(file)) response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  else response.writeHead(404).end();
}).listen(0, "127.0.0.1");
await new Promise((listening) => server.once("listening", listening));

const found = read(process.argv[2]);
const browser = await chromium.launch({ executablePath: process.env.LINKWELL_CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction("window.LForms?.Util && window.LForms.FHIR?.R4");
  const made = new Map();
  for (const questionnaire of found.questionnaires) {
    const scores = questionnaire.item.filter((item) => item.readOnly).map((item) => item.linkId);
    const of = found.responses.filter((response) => response.questionnaire === `${questionnaire.url}|${questionnaire.version}`);
    // Of a Questionnaire without scores, one response shows that it loads.
    if (scores.length === 0) of.length = Math.min(of.length, 1);
    for (const response of of) {
      // Only what the person answered: a score that is there already would not be calculated.
      const item = response.item.filter((item) => !scores.includes(item.linkId));
      const answered = await page.evaluate(async ([questionnaire, response]) => {
        const util = window.LForms.Util;
        const form = util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
        const filled = util.mergeFHIRDataIntoLForms(response, form, "R4");
        // A saved form without a score would count as one in which a person has deleted it.
        filled.hasSavedData = false;
        await util.addFormToPage(filled, "form");
        return util.getFormFHIRData("QuestionnaireResponse", "R4", document.getElementById("form"));
      }, [questionnaire, { ...response, item }]);
      const value = (link) => answered.item?.find((item) => item.linkId === link)?.answer?.[0];
      for (const { linkId, answer } of item.filter((item) => item.answer)) {
        const [before, after] = [answer[0], value(linkId)];
        const same = before.valueCoding ? before.valueCoding.code === after?.valueCoding?.code : JSON.stringify(before) === JSON.stringify(after);
        if (!same) throw new Error(`${linkId} of ${response.id} is not the same in the form`);
      }
      made.set(response.id, new Map(scores.map((score) => [score, value(score)?.valueDecimal])));
    }
  }
  let compared = 0;
  for (const [response, scores] of made) {
    const observations = new Map((found.observations.get(response) ?? []).map((one) => [one.code.coding[0].code, one]));
    for (const [score, value] of scores) {
      const said = observations.get(score)?.valueQuantity?.value;
      const same = said === undefined ? value === undefined : Math.abs(said - value) <= 1e-9 * Math.max(1, Math.abs(said));
      if (!same) throw new Error(`${score} of ${response}: the form calculates ${value}, the Observation says ${said}`);
      compared += 1;
    }
  }
  console.error(`  ${made.size} responses drawn, ${compared} calculated scores compared`);
  say(found, (response) => made.get(response.id));
} finally {
  await browser.close();
  server.close();
}
