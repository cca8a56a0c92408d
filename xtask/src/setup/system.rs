//! Programs that only a system's package manager can install: the browsers, a driver, `age`, a WebDAV host, and those
//! that open exports. Must never ask for a password: without the right to install, it says what to do.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, tools};

/// Installs Chromium, chromedriver, Firefox, `age` and nginx where they are missing. The tests start nginx themselves,
/// on a port of their own; a service that its package starts is none of theirs.
pub fn packages() -> Result<()> {
    install(missing)
}

/// Installs PSPP and R with haven where they are missing: programs that open exports.
pub fn packages_of_judges() -> Result<()> {
    install(missing_of_judges)
}

fn install(missing: fn() -> Vec<&'static str>) -> Result<()> {
    let wanted = missing();
    if wanted.is_empty() {
        return Ok(());
    }
    super::announced(&format!("the system packages {}", wanted.join(", ")), || {
        apt(&wanted).with_context(|| {
            format!("install {} yourself and put the programs on the path", wanted.join(", "))
        })
    })?;
    match missing().as_slice() {
        [] => Ok(()),
        still => {
            bail!("{} was installed, and its program is not on the path: put it there", still.join(", "))
        }
    }
}

/// The Debian packages of the programs that are not on the path.
fn missing() -> Vec<&'static str> {
    let found = [
        ("chromium", tools::chromium().is_ok()),
        ("chromium-driver", tools::chromedriver().is_ok()),
        ("firefox-esr", tools::firefox().is_ok()),
        ("age", tools::on_path(&["age"]).is_some()),
        ("nginx", tools::nginx().is_some()),
    ];
    found.into_iter().filter(|(_, is_there)| !is_there).map(|(package, _)| package).collect()
}

/// The Debian packages that the judges lack.
fn missing_of_judges() -> Vec<&'static str> {
    let found = [
        ("pspp", tools::on_path(&["pspp"]).is_some()),
        ("r-base-core", tools::on_path(&["Rscript"]).is_some()),
        ("r-cran-haven", tools::r_has("haven")),
        ("python3-venv", tools::on_path(&["python3"]).is_some()),
    ];
    found.into_iter().filter(|(_, is_there)| !is_there).map(|(package, _)| package).collect()
}

fn apt(packages: &[&str]) -> Result<()> {
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("this system has no apt-get");
    }
    command::run(&mut as_root(&["update", "--quiet"])?)?;
    let mut words =
        vec!["install", "--yes", "--quiet", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=600"];
    words.extend(packages);
    command::run(&mut as_root(&words)?)
}

/// `apt-get` with the right to install: as it is for root, otherwise through sudo without a question.
fn as_root(words: &[&str]) -> Result<Command> {
    let user = command::output(command::new("id").arg("-u"))?;
    let mut apt = if user.trim() == "0" {
        command::new("env")
    } else {
        let mut sudo = command::new("sudo");
        sudo.args(["--non-interactive", "env"]);
        sudo
    };
    apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(words);
    Ok(apt)
}
