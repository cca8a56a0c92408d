//! Finds the tools that the set-up installs. Promises that a tool has the version that is wanted; one on the path is
//! used when it does. Must never install anything.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, places};

/// The newest Trunk that the workspace's Rust can build.
pub const TRUNK: &str = "0.21.14";
/// esbuild's version.
const ESBUILD: &str = "0.28.2";
/// The package that holds Binaryen and esbuild, and our script that calls the first.
pub const SHRINK_PACKAGE: &str = "xtask/shrink";

/// Trunk.
pub fn trunk() -> Result<PathBuf> {
    fitting(&[PathBuf::from("trunk"), trunk_root()?.join("bin/trunk")], TRUNK)
        .with_context(|| format!("Trunk {TRUNK} is missing: `cargo xtask setup` installs it"))
}

/// The folder that Trunk is installed into.
pub fn trunk_root() -> Result<PathBuf> {
    Ok(places::tools()?.join(format!("trunk-{TRUNK}")))
}

/// wasm-bindgen, at exactly the version of the crate in the lock file.
pub fn wasm_bindgen() -> Result<PathBuf> {
    of_wasm_bindgen("wasm-bindgen")
}

/// The runner of tests that are compiled to WebAssembly, at the same version.
pub fn wasm_bindgen_test_runner() -> Result<PathBuf> {
    of_wasm_bindgen("wasm-bindgen-test-runner")
}

fn of_wasm_bindgen(name: &str) -> Result<PathBuf> {
    let version = wasm_bindgen_version()?;
    fitting(&[PathBuf::from(name), wasm_bindgen_root()?.join("bin").join(name)], &version)
        .with_context(|| format!("{name} {version} is missing: `cargo xtask setup` installs it"))
}

/// The folder that wasm-bindgen's commands are installed into.
pub fn wasm_bindgen_root() -> Result<PathBuf> {
    Ok(places::tools()?.join(format!("wasm-bindgen-{}", wasm_bindgen_version()?)))
}

/// The version of the crate `wasm-bindgen` in the workspace's lock file.
pub fn wasm_bindgen_version() -> Result<String> {
    locked_version(&places::read(&places::root().join("Cargo.lock"))?, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen")
}

/// The version that the lock file `lock` gives to `package`.
pub fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

/// The script that makes WebAssembly small, with Binaryen, whose version npm's lock file has settled.
pub fn shrinker() -> Result<PathBuf> {
    let package = places::root().join(SHRINK_PACKAGE);
    if !package.join("node_modules/binaryen/package.json").is_file() {
        bail!("Binaryen is missing: `cargo xtask setup` installs it");
    }
    Ok(package.join("shrink.mjs"))
}

/// esbuild, which takes comments and long names out of scripts.
pub fn esbuild() -> Result<PathBuf> {
    let installed = places::root().join(SHRINK_PACKAGE).join("node_modules/.bin/esbuild");
    fitting(&[installed], ESBUILD)
        .with_context(|| format!("esbuild {ESBUILD} is missing: `cargo xtask setup` installs it"))
}

/// Chromium, or a browser made from it.
pub fn chromium() -> Result<PathBuf> {
    chosen("LINKWELL_CHROMIUM")
        .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]))
        .context("Chromium is missing: `cargo xtask setup` installs it")
}

/// Firefox, of which Debian has the release with long support.
pub fn firefox() -> Result<PathBuf> {
    chosen("LINKWELL_FIREFOX")
        .or_else(|| on_path(&["firefox-esr", "firefox"]))
        .context("Firefox is missing: `cargo xtask setup` installs it")
}

/// The driver of Chromium.
pub fn chromedriver() -> Result<PathBuf> {
    chosen("CHROMEDRIVER")
        .or_else(|| on_path(&["chromedriver"]))
        .context("chromedriver is missing: `cargo xtask setup` installs it")
}

/// nginx, which the tests of the deposit start. Debian keeps it where only root's path leads.
pub fn nginx() -> Option<PathBuf> {
    let usual = || Some(PathBuf::from("/usr/sbin/nginx")).filter(|program| program.is_file());
    chosen("LINKWELL_NGINX").or_else(|| on_path(&["nginx"])).or_else(usual)
}

/// Whether R is there and has the package `name`.
pub fn r_has(name: &str) -> bool {
    let question = format!("quit(status = if (requireNamespace('{name}', quietly = TRUE)) 0 else 1)");
    let mut r = Command::new("Rscript");
    r.args(["--vanilla", "-e", &question]).stdin(std::process::Stdio::null());
    r.output().is_ok_and(|output| output.status.success())
}

/// The program that a person chose in the variable `name`.
fn chosen(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|program| !program.is_empty()).map(PathBuf::from)
}

/// The first of `programs` that is in a folder of the path.
pub fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|file| file.is_file())
}

/// A command for `program` that finds our tools before any other of the same name.
pub fn with_path(program: PathBuf) -> Result<Command> {
    let mut command = command::new(program);
    command.env("PATH", path()?);
    Ok(command)
}

/// The path with the folders of our tools in front, for the tools that are not on it already.
fn path() -> Result<OsString> {
    let tool = wasm_bindgen()?;
    let ours = tool.parent().filter(|folder| folder.is_absolute()).into_iter();
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(ours.map(Path::to_path_buf).chain(std::env::split_paths(&theirs)))
        .context("a folder of a tool has a name that a path cannot hold")
}

/// The first of `candidates` whose version has the word `version`.
fn fitting(candidates: &[PathBuf], version: &str) -> Result<PathBuf> {
    for candidate in candidates {
        if command::version(candidate).is_some_and(|text| says(&text, version)) {
            return Ok(candidate.clone());
        }
    }
    bail!("no program of that version was found")
}

fn says(text: &str, version: &str) -> bool {
    text.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(says("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(says("trunk 0.21.14", "0.21.14"));
        assert!(!says("trunk 0.21.14", "0.21.1"));
    }

    #[test]
    fn a_lock_file_is_asked_for_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }

    #[test]
    fn the_commands_of_wasm_bindgen_have_the_version_of_the_crate() {
        let ours = places::read(&places::root().join("xtask/wasm-bindgen/Cargo.lock")).unwrap();
        assert_eq!(locked_version(&ours, "wasm-bindgen-cli").unwrap(), wasm_bindgen_version().unwrap());
    }
}
