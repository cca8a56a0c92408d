//! Makes a page small that is to be published: its WebAssembly, its scripts and its stylesheets. Promises that a page and
//! its script change together, and that their names change with them: a host may keep a file for ever by its name. Must
//! never change what a page does.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::{command, places, tools};

/// The oldest browsers that the pages are written for; `docs/browsers.md` says why these.
pub const BROWSERS: &str = "--target=chrome96,firefox79,safari15.1";
/// What `old.js` is written for: browsers without modules.
const OLD_BROWSERS: &str = "--target=es5";

/// The script and the WebAssembly of the page in `folder`.
pub struct Pair {
    /// `patient-1f0a….js`
    pub script: PathBuf,
    /// `patient-1f0a…_bg.wasm`
    pub code: PathBuf,
}

impl Pair {
    /// Those that Trunk made for `page`.
    pub fn find(folder: &Path, page: &str) -> Result<Self> {
        let beginning = format!("{page}-");
        let one = |end: &str| {
            let is_meant = |file: &Path| {
                let name = name(file);
                name.starts_with(&beginning) && name.ends_with(end)
            };
            match places::files(folder, is_meant)?.as_slice() {
                [file] => Ok(file.clone()),
                files => bail!("{} has {} files like {page}-…{end}", places::shown(folder), files.len()),
            }
        };
        Ok(Self { script: one(".js")?, code: one("_bg.wasm")? })
    }

    /// Takes out of both what a browser does not need: `xtask/shrink/shrink.mjs` says what.
    /// With `no_debug` nothing may write a value with `Debug` but a panic.
    pub fn shrink(&self, no_debug: bool) -> Result<()> {
        let mut node = command::new("node");
        node.arg(tools::shrinker()?).arg(&self.code).arg(&self.script);
        node.args(no_debug.then_some("--no-debug"));
        command::run(&mut node).with_context(|| format!("{} was not made small", places::shown(&self.code)))
    }

    /// Names both after what is in them now, in `folder`'s page too.
    pub fn rename(self, folder: &Path, page: &str) -> Result<()> {
        let mut hash = Sha256::new();
        for file in [&self.script, &self.code] {
            hash.update(std::fs::read(file).with_context(|| format!("cannot read {}", places::shown(file)))?);
        }
        let new = format!("{page}-{}", &format!("{:x}", hash.finalize())[..16]);
        let old = name(&self.script).trim_end_matches(".js").to_owned();
        let html = folder.join("index.html");
        let text = places::read(&html)?;
        if text.matches(&old).count() != 2 {
            bail!("{} should name {old} twice: its script and its WebAssembly", places::shown(&html));
        }
        for (file, end) in [(&self.script, ".js"), (&self.code, "_bg.wasm")] {
            std::fs::rename(file, folder.join(format!("{new}{end}")))
                .with_context(|| format!("cannot rename {}", places::shown(file)))?;
        }
        std::fs::write(&html, text.replace(&old, &new))
            .with_context(|| format!("cannot write {}", places::shown(&html)))
    }
}

/// Takes comments and long names out of scripts and stylesheets: they are for us, not for a phone on a slow line. What
/// the oldest browsers would not understand is written in their way, or refused.
pub fn shorten(folder: &Path) -> Result<()> {
    let readable =
        |file: &Path| file.extension().is_some_and(|extension| extension == "js" || extension == "css");
    for file in places::files(folder, readable)? {
        let mut esbuild = command::new(tools::esbuild()?);
        esbuild.args(["--minify", "--tree-shaking=true", "--log-level=warning", "--allow-overwrite"]);
        esbuild.arg(if name(&file).starts_with("old-") { OLD_BROWSERS } else { BROWSERS });
        command::run(esbuild.arg(&file).arg(command::joined("--outfile=", &file)))?;
    }
    Ok(())
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_named_after_what_is_in_it() {
        let folder = std::env::temp_dir().join(format!("linkwell-shrink-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (file, text) in [
            ("page-0_bg.wasm", "code"),
            ("page-0.js", "script"),
            ("index.html", "<link href=./page-0.js><link href=./page-0_bg.wasm>"),
        ] {
            std::fs::write(folder.join(file), text).unwrap();
        }
        Pair::find(&folder, "page").unwrap().rename(&folder, "page").unwrap();
        // printf scriptcode | sha256sum
        let name = "page-c11c85cab5e8d245";
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let found =
            Pair::find(&folder, "page").map(|pair| (super::name(&pair.script), super::name(&pair.code)));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(html, format!("<link href=./{name}.js><link href=./{name}_bg.wasm>"));
        assert_eq!(found.unwrap(), (format!("{name}.js"), format!("{name}_bg.wasm")));
    }
}
