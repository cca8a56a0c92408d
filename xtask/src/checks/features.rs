//! The built WebAssembly uses nothing newer than the lowest browsers of `docs/browsers.md` know. A new compiler may turn
//! a feature on by itself; without this check, people with older phones would be the first to notice.

use anyhow::{Context, Result, bail};
use wasmparser::{Validator, WasmFeatures};

use crate::pages::PAGES;
use crate::places;

/// What the pages may use. Each one is a row of the table in `docs/browsers.md`: adding one here raises the lowest
/// browsers.
const ALLOWED: WasmFeatures = WasmFeatures::FLOATS
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::REFERENCE_TYPES)
    // Not the proposal of this name: whether `externref` is there at all.
    .union(WasmFeatures::GC_TYPES);

/// Every built WebAssembly file that needs more.
pub fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for page in &PAGES {
        let is_wasm = |file: &std::path::Path| file.extension().is_some_and(|end| end == "wasm");
        let files = places::files(&places::dist(page.name), is_wasm)?;
        if files.is_empty() {
            bail!("dist/{} has no WebAssembly: `cargo xtask build` first", page.name);
        }
        for file in files {
            let wasm =
                std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
            breaches.extend(too_new(&wasm).map(|what| {
                format!("{}: {what}: newer than the browsers of docs/browsers.md", places::shown(&file))
            }));
        }
    }
    Ok(breaches)
}

/// What a module needs beyond the list.
fn too_new(wasm: &[u8]) -> Option<String> {
    let mut validator = Validator::new_with_features(ALLOWED);
    validator.validate_all(wasm).err().map(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, MemorySection, MemoryType, Module, TypeSection,
        ValType,
    };

    use super::*;

    fn module(parameter: ValType, instructions: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([parameter], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut body = Function::new([]);
        instructions.iter().for_each(|instruction| {
            body.instruction(instruction);
        });
        body.instruction(&Instruction::End);
        let mut code = CodeSection::new();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code);
        module.finish()
    }

    #[test]
    fn what_the_list_allows_passes() {
        assert_eq!(too_new(&module(ValType::EXTERNREF, &[])), None);
        let fill = [
            Instruction::I32Const(0),
            Instruction::I32Const(0),
            Instruction::I32Const(1),
            Instruction::MemoryFill(0),
        ];
        assert_eq!(too_new(&module(ValType::I32, &fill)), None);
    }

    #[test]
    fn vectors_and_tail_calls_are_refused() {
        assert!(too_new(&module(ValType::V128, &[])).is_some());
        let call = [Instruction::LocalGet(0), Instruction::ReturnCall(0)];
        assert!(too_new(&module(ValType::I32, &call)).is_some());
        assert!(too_new(b"not wasm").is_some());
    }

    /// `boot.js` asks a browser the same before it loads the page.
    #[test]
    fn the_browser_is_asked_for_the_newest_thing_on_the_list() {
        let boot = places::read(&places::root().join("boot.js")).unwrap();
        let (_, rest) = boot.split_once("new Uint8Array([").unwrap();
        let (numbers, _) = rest.split_once("])").unwrap();
        let probe: Vec<u8> = numbers.split(", ").map(|number| number.parse().unwrap()).collect();
        assert_eq!(too_new(&probe), None);
        let without = ALLOWED.difference(WasmFeatures::REFERENCE_TYPES);
        assert!(Validator::new_with_features(without).validate_all(&probe).is_err());
    }
}
