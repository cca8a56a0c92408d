//! Packages of npm, at the versions of a committed lock file. Must never use a folder whose installation did not end.

use anyhow::{Context, Result, bail};

use crate::{command, places};

/// The oldest Node.js that the end-to-end tests run on.
const NODE: u32 = 20;

/// Installs the packages of `folder` (relative to the workspace), unless its lock file is the one that was installed.
pub fn install(folder: &str) -> Result<()> {
    let place = places::root().join(folder);
    let lock = places::read(&place.join("package-lock.json"))?;
    // Written last: an installation that was stopped has no such file, or that of another lock file.
    let mark = place.join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    node()?;
    super::announced(&format!("the npm packages of {folder}"), || {
        let mut npm = command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&place);
        // The browser comes from the system: Playwright's own is not needed.
        npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        command::run(&mut npm)?;
        std::fs::write(&mark, &lock).with_context(|| format!("cannot write {}", mark.display()))
    })
}

fn node() -> Result<()> {
    let version = command::version("node".as_ref())
        .context("Node.js is missing: install it with npm, version 20 or later")?;
    match major(&version) {
        Some(major) if major >= NODE => Ok(()),
        _ => bail!("Node.js {version} is too old: install version {NODE} or later"),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
