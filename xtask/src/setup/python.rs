//! Packages of PyPI, in a virtual environment for each content of `xtask/judges/requirements.txt`. Must never use an
//! environment whose installation did not end, or touch the system's Python.

use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use crate::{command, places};

/// What is installed.
const REQUIREMENTS: &str = "xtask/judges/requirements.txt";

/// The Python of the environment.
pub fn interpreter() -> Result<PathBuf> {
    Ok(folder()?.join("bin/python"))
}

/// Makes the environment, unless it is there.
pub fn install() -> Result<()> {
    let folder = folder()?;
    // Written last: an installation that was stopped has no such file.
    let mark = folder.join("installed");
    if mark.is_file() {
        return Ok(());
    }
    super::announced("the Python packages of the judges (some 400 MB, once for this user)", || {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        command::run(command::new("python3").args(["-m", "venv"]).arg(&folder))
            .context("install Python 3.11 or later with its module venv")?;
        let mut pip = command::new(interpreter()?);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--requirement",
        ]);
        command::run(pip.arg(places::root().join(REQUIREMENTS)))?;
        std::fs::write(&mark, "").with_context(|| format!("cannot write {}", mark.display()))
    })
}

fn folder() -> Result<PathBuf> {
    let requirements = places::read(&places::root().join(REQUIREMENTS))?;
    let hash = Sha256::digest(requirements.as_bytes());
    let short: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Ok(places::tools()?.join(format!("judges-{short}")))
}
