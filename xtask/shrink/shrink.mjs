// Makes one page's WebAssembly small, and its script with it. `cargo xtask build` calls it for pages to publish:
//
//     node shrink.mjs PAGE_bg.wasm PAGE.js [--no-debug]
//
// It writes both files in place. docs/decisions/0009 says why each step may be taken, and what it brings.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { renameBoth } from "./names.mjs";
import { endPanicsWithoutText } from "./panics.mjs";
import { forgetPlaces } from "./places.mjs";

// What the lowest supported browsers have: docs/browsers.md.
const FEATURES = [
  "BulkMemory",
  "BulkMemoryOpt",
  "CallIndirectOverlong",
  "Multivalue",
  "MutableGlobals",
  "NontrappingFPToInt",
  "ReferenceTypes",
  "SignExt",
];

function optimise(module) {
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // The lowest kilobyte is the far end of the stack: nothing has an address there.
  binaryen.setLowMemoryUnused(true);
  module.runPasses(["strip-producers", "strip-target-features"]);
  module.optimize();
  module.runPasses(["gufa-optimizing"]);
  let before;
  let after = module.emitBinary().length;
  do {
    before = after;
    module.optimize();
    after = module.emitBinary().length;
  } while (after < before);
}

const [codeFile, scriptFile, noDebug] = process.argv.slice(2);
const code = readFileSync(codeFile);
forgetPlaces(code);
const module = binaryen.readBinary(code);
module.setFeatures(FEATURES.reduce((all, name) => all | binaryen.Features[name], 0));
endPanicsWithoutText(module, noDebug === "--no-debug");
optimise(module);
const script = renameBoth(module, readFileSync(scriptFile, "utf8"));
if (!module.validate()) throw new Error(`${codeFile} would not be valid any more`);
writeFileSync(codeFile, module.emitBinary());
writeFileSync(scriptFile, script);
