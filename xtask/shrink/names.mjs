// Short names for what a page's script and its WebAssembly give to each other. wasm-bindgen's names carry a hash each,
// which no compression makes shorter, and they stand in both files.
import binaryen from "binaryen";
import { functions } from "./functions.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MODULE = "i";

/** The `at`th of a, b … Z, aa, ba … */
function shortName(at) {
  const rest = Math.floor(at / LETTERS.length) - 1;
  return LETTERS[at % LETTERS.length] + (rest < 0 ? "" : shortName(rest));
}

const INDENT = " ".repeat(8);
// Where an entry of the script's object of imports begins: a name in the eighth column, and its function.
const ENTRY = new RegExp(`^(?=${INDENT}\\w+: function)`, "m");

function replaceOnce(text, old, by) {
  if (text.split(old).length !== 2) throw new Error(`the page's script should have "${old}" once`);
  return text.replace(old, () => by);
}

/** Renames what the script gives; entries that the WebAssembly no longer asks for are left out. */
function renameImports(module, script) {
  const begin = script.indexOf("const import0 = {");
  const end = script.indexOf("\n    };\n", begin) + 1;
  const entries = script.slice(begin, end).split(ENTRY).slice(1);
  const given = new Map(entries.map((entry) => [entry.trimStart().split(":", 1)[0], entry]));
  const asked = functions(module).filter(({ base }) => base);
  const renamed = asked.map(({ name, base, params, results }, at) => {
    if (!given.has(base)) throw new Error(`the page's script has no ${base}`);
    module.removeFunction(name);
    module.addFunctionImport(name, MODULE, shortName(at), params, results);
    return given.get(base).replace(base, shortName(at));
  });
  const from = asked[0].module;
  const shorter = `${script.slice(0, begin)}const import0 = {\n${renamed.join("")}${script.slice(end)}`;
  return replaceOnce(shorter, `"${from}": import0,`, `${MODULE}: import0,`);
}

/** Renames what the WebAssembly gives; the script reads all of it as `wasm.NAME`. */
function renameExports(module, script) {
  const count = module.getNumExports();
  const given = Array.from({ length: count }, (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)));
  const add = new Map([
    [binaryen.ExternalFunction, (inside, outside) => module.addFunctionExport(inside, outside)],
    [binaryen.ExternalGlobal, (inside, outside) => module.addGlobalExport(inside, outside)],
    [binaryen.ExternalMemory, (inside, outside) => module.addMemoryExport(inside, outside)],
    [binaryen.ExternalTable, (inside, outside) => module.addTableExport(inside, outside)],
  ]);
  const short = new Map(given.map(({ name }, at) => [name, shortName(at)]));
  for (const { name } of given) module.removeExport(name);
  for (const { kind, name, value } of given) add.get(kind)(value, short.get(name));
  return script.replace(/\bwasm\.(\w+)/g, (_, name) => {
    if (!short.has(name)) throw new Error(`the WebAssembly gives nothing called ${name}`);
    return `wasm.${short.get(name)}`;
  });
}

/** Renames in `module` and gives the script that fits it. */
export function renameBoth(module, script) {
  return renameExports(module, renameImports(module, script));
}
