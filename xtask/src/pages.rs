//! Builds the two pages into `dist/patient` and `dist/researcher`. Promises that a built folder is whole: page, study,
//! headers file and compressed copies. Must never leave a file of an earlier build in it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::setup::WASM;
use crate::{command, csp, places, size, study, tools};

/// A page that is built and served by itself.
pub struct Page {
    /// Its name: that of its binary and of its folder.
    pub name: &'static str,
    /// The HTML file that Trunk starts from.
    source: &'static str,
}

/// Both pages, the patient's first.
pub const PAGES: [Page; 2] =
    [Page { name: "patient", source: "index.html" }, Page { name: "researcher", source: "researcher.html" }];

/// How much work goes into making a page small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// As a study publishes it.
    Published,
    /// Large and soon there, for working on it.
    Quick,
}

/// The profile of the root package that `Published` uses.
const PROFILE: &str = "page";

/// Builds both pages.
pub fn build(quality: Quality) -> Result<()> {
    for page in &PAGES {
        trunk(page, quality)?;
        study::write_study(page.name)?;
        let folder = places::dist(page.name);
        std::fs::write(folder.join("_headers"), csp::headers_file())
            .with_context(|| format!("cannot write into {}", places::shown(&folder)))?;
        if quality == Quality::Published {
            shorten(&folder)?;
            compress(&folder)?;
        }
    }
    Ok(())
}

/// The page's WebAssembly as the compiler wrote it, with the names of its functions.
pub fn compiled(page: &str) -> Result<std::path::PathBuf> {
    Ok(places::target()?.join(WASM).join(PROFILE).join(format!("{page}.wasm")))
}

fn trunk(page: &Page, quality: Quality) -> Result<()> {
    let mut trunk = tools::with_path(tools::trunk()?)?;
    trunk.args(["build", page.source, "--html-output", "index.html", "--locked", "true"]);
    trunk.arg("--dist").arg(places::dist(page.name));
    if quality == Quality::Published {
        trunk.args(["--release", "true", "--cargo-profile", PROFILE]);
        trunk.env("CARGO_ENCODED_RUSTFLAGS", remapped_paths()?);
    }
    // Trunk reads NO_COLOR as one of its own options and stops at the value `1`, which is the usual one.
    trunk.env_remove("NO_COLOR");
    command::run(&mut trunk).with_context(|| format!("the {} page was not built", page.name))
}

/// Takes comments and long names out of scripts and stylesheets: they are for us, not for a phone on a slow line.
fn shorten(folder: &Path) -> Result<()> {
    let readable = |file: &Path| matches!(extension(file), Some("js" | "css"));
    for file in places::files(folder, readable)? {
        let mut esbuild = command::new(tools::esbuild()?);
        esbuild.args(["--minify", "--log-level=warning", "--allow-overwrite"]);
        let mut outfile = std::ffi::OsString::from("--outfile=");
        outfile.push(&file);
        command::run(esbuild.arg(&file).arg(outfile))?;
    }
    Ok(())
}

/// Flags that keep this machine's folders out of the page: the places of panics name source files. They would make each
/// machine's page another one, and longer.
fn remapped_paths() -> Result<String> {
    let sources = places::cargo_home()?.join("registry/src");
    let mut folders = vec![places::root().to_path_buf()];
    if let Ok(registries) = std::fs::read_dir(&sources) {
        folders.extend(registries.filter_map(|entry| Some(entry.ok()?.path())));
    }
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Writes a `.br` file beside every file that gains from it, for hosts that send such files as they are.
fn compress(folder: &Path) -> Result<()> {
    for file in places::files(folder, gains_from_compression)? {
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
        let mut name = file.clone().into_os_string();
        name.push(".br");
        std::fs::write(&name, size::brotli(&bytes))
            .with_context(|| format!("cannot compress {}", places::shown(&file)))?;
    }
    Ok(())
}

fn gains_from_compression(file: &Path) -> bool {
    matches!(extension(file), Some("html" | "js" | "css" | "wasm" | "json" | "svg" | "txt" | "webmanifest"))
}

fn extension(file: &Path) -> Option<&str> {
    file.extension().and_then(|extension| extension.to_str())
}
