//! The patient's page cannot open a sealed file and holds no researcher code: no function of its WebAssembly has such a
//! name. Looks at the file as the compiler wrote it, before the names are taken out. A function that was merged into its
//! caller has no name of its own, but a whole cipher, parser or table never disappears like that; and the researcher's
//! page, built the same way, must show such names, or the check would be looking at nothing.

use anyhow::{Context, Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::pages;

/// Beginnings of paths that the patient's page must not have.
const FORBIDDEN: &[&str] = &["sealed::open", "age", "cohort", "setup", "linkwell::researcher", "scrypt"];

/// Beginnings of paths that the researcher's page must have, to prove that this check can see.
const CONTROL: &[&str] = &["linkwell::researcher", "cohort", "sealed::open"];

/// Forbidden functions in the patient's page, and missing ones in the researcher's.
pub fn breaches() -> Result<Vec<String>> {
    let patient = functions("patient")?;
    let mut breaches: Vec<String> =
        forbidden(&patient).map(|name| format!("the patient's page holds {name}")).collect();
    breaches.extend(blind(&functions("researcher")?).map(|path| {
        format!("the researcher's page shows no {path}: the check of the patient's page sees nothing")
    }));
    Ok(breaches)
}

fn functions(page: &str) -> Result<Vec<String>> {
    let file = pages::compiled(page)?;
    let wasm = std::fs::read(&file)
        .with_context(|| format!("cannot read {}: `cargo xtask build` first", file.display()))?;
    names(&wasm).with_context(|| format!("{}", file.display()))
}

/// The readable names of the functions of a module. None at all is an error: they were stripped.
fn names(wasm: &[u8]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload.context("is no WebAssembly module")? else {
            continue;
        };
        let KnownCustom::Name(sections) = section.as_known() else {
            continue;
        };
        for section in sections {
            if let Name::Function(functions) = section.context("has a damaged section of names")? {
                for function in functions {
                    let name = function.context("has a damaged name")?.name;
                    found.push(format!("{:#}", rustc_demangle::demangle(name)));
                }
            }
        }
    }
    if found.is_empty() {
        bail!("no function has a name: the profile strips them");
    }
    Ok(found)
}

fn forbidden(names: &[String]) -> impl Iterator<Item = &String> {
    names.iter().filter(|name| FORBIDDEN.iter().any(|path| mentions(name, path)))
}

fn blind<'a>(names: &'a [String]) -> impl Iterator<Item = &'static &'static str> + use<'a> {
    CONTROL.iter().filter(|path| !names.iter().any(|name| mentions(name, path)))
}

/// Whether `name` has the path `path` in it: from its first segment, as whole segments, with more behind it.
fn mentions(name: &str, path: &str) -> bool {
    let in_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    name.match_indices(path)
        .any(|(at, _)| !name[..at].ends_with(in_path) && name[at + path.len()..].starts_with("::"))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{Module, NameMap, NameSection};

    use super::*;

    /// A module whose functions have these names. Their bodies don't matter here.
    fn module(functions: &[&str]) -> Vec<u8> {
        let mut map = NameMap::new();
        for (index, name) in (0u32..).zip(functions) {
            map.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&map);
        let mut module = Module::new();
        module.section(&section);
        module.finish()
    }

    fn refused(function: &str) -> bool {
        forbidden(&names(&module(&["main", function])).unwrap()).count() == 1
    }

    #[test]
    fn opening_and_researcher_code_is_refused_mangled_or_not() {
        assert!(refused("_ZN6sealed4open12open_payload17h0123456789abcdefE"));
        assert!(refused("<sealed::open::Opened as core::fmt::Debug>::fmt"));
        assert!(refused("core::ptr::drop_in_place<age::protocol::Decryptor>"));
        assert!(refused("cohort::ledger::judge"));
        assert!(refused("<linkwell::researcher::App as yew::Component>::view"));
        assert!(refused("scrypt::romix::scrypt_ro_mix"));
    }

    #[test]
    fn other_code_passes() {
        for name in [
            "sealed::seal::seal",
            "engine::age::Band",
            "my_age::x",
            "sealed::opening::x",
            "page::open",
            "age",
        ] {
            assert!(!refused(name), "{name}");
        }
    }

    #[test]
    fn a_module_without_names_is_an_error() {
        let error = names(&Module::new().finish()).unwrap_err().to_string();
        assert!(error.contains("strips"), "{error}");
        assert!(names(b"not wasm").is_err());
    }

    #[test]
    fn a_control_that_shows_nothing_is_found() {
        assert_eq!(blind(&["main".to_owned()]).count(), CONTROL.len());
        let names = ["linkwell::researcher::App::view", "cohort::examine::examine", "sealed::open::open"];
        assert_eq!(blind(&names.map(str::to_owned)).count(), 0);
    }
}
