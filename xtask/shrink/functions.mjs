import binaryen from "binaryen";

/** What Binaryen knows of each function of a module, those from outside (`base` is not empty) among them. */
export function functions(module) {
  const count = module.getNumFunctions();
  return Array.from({ length: count }, (_, at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at)));
}
