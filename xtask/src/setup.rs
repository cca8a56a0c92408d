//! Installs what is missing. Promises that a second call does next to nothing, that a stop at any moment leaves no half
//! tool in use, and that two calls at once wait for each other. Must never install what is there in a version that fits.

mod npm;
mod python;
mod system;

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

pub use npm::install as npm_install;
pub use python::interpreter as judges_python;

use crate::{command, places, tools};

/// The compilation target of the pages.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Everything that `cargo xtask test` needs.
pub fn everything() -> Result<()> {
    let _alone = wait_for_others()?;
    pages()?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    system::packages()?;
    npm::install("e2e")
}

/// What `cargo xtask judge` needs.
pub fn for_judges() -> Result<()> {
    let _alone = wait_for_others()?;
    system::packages_of_judges()?;
    // Chromium, and Playwright, which leads it.
    system::packages()?;
    npm::install("e2e")?;
    npm::install("xtask/judges")?;
    python::install()
}

/// What building the pages needs.
pub fn for_pages() -> Result<()> {
    let _alone = wait_for_others()?;
    pages()
}

fn pages() -> Result<()> {
    wasm_target()?;
    trunk()?;
    wasm_bindgen()?;
    shrinkers()
}

/// Holds other set-ups of the same user back until the returned file is dropped.
fn wait_for_others() -> Result<File> {
    let folder = places::tools()?;
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let path = folder.join("setup.lock");
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("setup: another set-up is running, waiting for it");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}

fn wasm_target() -> Result<()> {
    let library =
        command::output(command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).exists() {
        return Ok(());
    }
    announced(&format!("the Rust target {WASM}"), || {
        command::run(command::new("rustup").args(["target", "add", WASM]))
            .with_context(|| format!("add the target {WASM} to your Rust installation"))
    })
}

/// A part of Rust that a minimal installation leaves out.
fn component(subcommand: &str, name: &str) -> Result<()> {
    let mut probe = command::cargo();
    probe
        .args([subcommand, "--version"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    if command::run(&mut probe).is_ok() {
        return Ok(());
    }
    announced(&format!("the Rust component {name}"), || {
        command::run(command::new("rustup").args(["component", "add", name]))
            .with_context(|| format!("add the component {name} to your Rust installation"))
    })
}

fn trunk() -> Result<()> {
    if tools::trunk().is_ok() {
        return Ok(());
    }
    announced(&format!("Trunk {} (10 to 15 minutes, once for this user)", tools::TRUNK), || {
        let mut install = cargo_install(&tools::trunk_root()?)?;
        install.args(["trunk", "--version", &format!("={}", tools::TRUNK)]);
        // Trunk spends its time waiting for others: minutes of optimising it would never come back.
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        finish_install(install, "trunk")?;
        tools::trunk().map(drop)
    })
}

fn wasm_bindgen() -> Result<()> {
    let wanted = tools::wasm_bindgen_version()?;
    let package = places::root().join("xtask/wasm-bindgen");
    let ours = tools::locked_version(&places::read(&package.join("Cargo.lock"))?, "wasm-bindgen-cli");
    if ours.as_deref() != Some(wanted.as_str()) {
        bail!(
            "Cargo.lock has wasm-bindgen {wanted}, xtask/wasm-bindgen has {}: set both versions in \
             xtask/wasm-bindgen/Cargo.toml to {wanted} and run `cargo update` in that folder",
            ours.as_deref().unwrap_or("none"),
        );
    }
    if tools::wasm_bindgen().is_ok() && tools::wasm_bindgen_test_runner().is_ok() {
        return Ok(());
    }
    announced(&format!("wasm-bindgen {wanted} (3 to 5 minutes, once for this user)"), || {
        let mut install = cargo_install(&tools::wasm_bindgen_root()?)?;
        install.arg("--path").arg(&package);
        finish_install(install, "wasm-bindgen")?;
        tools::wasm_bindgen()?;
        tools::wasm_bindgen_test_runner().map(drop)
    })
}

/// `cargo install` into a folder of its own. Cargo builds elsewhere and moves the finished programs there.
fn cargo_install(root: &Path) -> Result<std::process::Command> {
    let mut install = command::cargo();
    install.args(["install", "--locked", "--force", "--quiet", "--root"]).arg(root);
    // The folder is not for the path: its own bin folder would only bring a warning.
    install.env("PATH", with_bin_folder(root)?);
    Ok(install)
}

fn with_bin_folder(root: &Path) -> Result<std::ffi::OsString> {
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&theirs).chain([root.join("bin")]);
    std::env::join_paths(folders).context("a folder of a tool has a name that a path cannot hold")
}

/// Builds in a folder that outlives a stop, so that the next call carries on, and removes it at the end.
fn finish_install(mut install: std::process::Command, name: &str) -> Result<()> {
    let workshop = places::tools()?.join("building").join(name);
    install.arg("--target-dir").arg(&workshop);
    install.env_remove("CARGO_TARGET_DIR");
    command::run(&mut install)?;
    std::fs::remove_dir_all(&workshop).with_context(|| format!("cannot remove {}", workshop.display()))
}

fn shrinkers() -> Result<()> {
    npm::install(tools::SHRINK_PACKAGE)?;
    tools::shrinker()?;
    tools::esbuild().map(drop)
}

/// Says what is being installed before it happens and how long it took.
fn announced(what: &str, install: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("setup: installing {what}");
    let start = Instant::now();
    install().with_context(|| format!("could not install {what}"))?;
    println!("setup: installed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
