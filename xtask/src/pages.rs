//! Builds the two pages. Promises that a built folder is whole: page, study, headers file and compressed copies. Must
//! never leave a file of an earlier build in it.
//!
//! Each page is built once and published twice over: `dist/pages/patient` knows no study, and from it `linkwell site`
//! makes `dist/patient` and the page in one file, exactly as a study team would; `dist/pages/researcher` becomes
//! `dist/researcher` and one file with the sample study.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::WASM;
use crate::shrink::{self, Pair};
use crate::{command, places, researcher, study, styles, tools};

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
        make(page, &built(page.name), quality)?;
    }
    study::write_site(&generic(), quality)?;
    researcher::publish(&built(PAGES[1].name), quality)
}

/// The patient's page before a study is put in.
pub fn generic() -> PathBuf {
    built(PAGES[0].name)
}

/// A page before it is published.
fn built(page: &str) -> PathBuf {
    places::dist("pages").join(page)
}

/// The page's WebAssembly as the compiler wrote it, with the names of its functions.
pub fn compiled(page: &str) -> Result<PathBuf> {
    Ok(places::target()?.join(WASM).join(PROFILE).join(format!("{page}.wasm")))
}

/// Builds one page with its scripts, without a study.
fn make(page: &Page, folder: &Path, quality: Quality) -> Result<()> {
    trunk(page, folder, quality)?;
    let pair = Pair::find(folder, page.name)?;
    if quality == Quality::Published {
        // What the researcher's page reads archives with has `Debug` in its errors.
        pair.shrink(page.name == PAGES[0].name)?;
    }
    bundle_single(folder, &pair.script)?;
    if quality == Quality::Published {
        shrink::shorten(folder)?;
        styles::join(folder)?;
        pair.rename(folder, page.name)?;
    }
    Ok(())
}

fn trunk(page: &Page, folder: &Path, quality: Quality) -> Result<()> {
    let mut trunk = tools::with_path(tools::trunk()?)?;
    trunk.args(["build", page.source, "--html-output", "index.html", "--locked", "true"]);
    trunk.arg("--dist").arg(folder);
    if quality == Quality::Published {
        trunk.args(["--release", "true", "--cargo-profile", PROFILE]);
        trunk.env("CARGO_ENCODED_RUSTFLAGS", remapped_paths()?);
    }
    // Trunk reads NO_COLOR as one of its own options and stops at the value `1`, which is the usual one.
    trunk.env_remove("NO_COLOR");
    command::run(&mut trunk).with_context(|| format!("the {} page was not built", page.name))
}

/// Puts the scripts together that the page in one file needs: `single.js`, `boot.js` and the page's own.
fn bundle_single(folder: &Path, script: &Path) -> Result<()> {
    let mut esbuild = command::new(tools::esbuild()?);
    esbuild.args([
        "single.js",
        "--bundle",
        "--format=iife",
        "--minify",
        "--log-level=warning",
        shrink::BROWSERS,
    ]);
    // The page's script knows where its WebAssembly lies beside it; here it is handed over.
    esbuild.arg("--log-override:empty-import-meta=silent");
    esbuild.arg(command::joined("--alias:page-script=", script));
    command::run(esbuild.arg(command::joined("--outfile=", &folder.join("single.js"))))
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
