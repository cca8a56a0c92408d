//! Puts the sample study beside the built pages. Promises that everything in it was made by the `linkwell` command of
//! this tree. Must never touch the study's own folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, cargo};
use crate::places;

/// The name under which a page asks for its study.
const BUNDLE: &str = "study.bundle.json";
/// The open key of the sample study's team.
const KEY: &str = "team-identity.txt";
/// People of the sample whose baselines lie beside the researcher's page.
const BASELINES: std::ops::RangeInclusive<usize> = 1..=16;

/// Builds the `linkwell` command and gives its path.
pub fn linkwell() -> Result<PathBuf> {
    command::run(cargo().args(["build", "--locked", "--package", "cli"]))?;
    let name = format!("linkwell{}", std::env::consts::EXE_SUFFIX);
    Ok(places::target()?.join("debug").join(name))
}

/// Writes what `page` needs: the bundle to fill in for the patient's, a folder called `sample` for the researcher's.
pub fn write_study(page: &str) -> Result<()> {
    let command = linkwell()?;
    let dist = places::dist(page);
    if page == "patient" {
        bundle(&command, &dist)?;
        return paper(&command, &dist);
    }
    write_sample(&command, &dist.join("sample"))
}

fn demo() -> PathBuf {
    places::root().join("studies/demo")
}

fn bundle(linkwell: &Path, folder: &Path) -> Result<()> {
    let mut make = command::new(linkwell);
    make.args(["study", "bundle"]).arg(demo().join("study.json"));
    command::run(make.arg("-o").arg(folder.join(BUNDLE)))
}

/// The blank form, with its styles in a file of their own: the page's policy allows none inside.
fn paper(linkwell: &Path, folder: &Path) -> Result<()> {
    let mut make = command::new(linkwell);
    make.args(["paper", "--styles-beside", "--study"]).arg(demo().join("study.json"));
    command::run(make.arg("-o").arg(folder.join("paper.html")))
}

/// The sample as it would reach a research team: sealed files, most of them as they should be, and one of each kind
/// that shows how the ledger tells what is wrong.
fn write_sample(linkwell: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", places::shown(folder)))?;
    bundle(linkwell, folder)?;
    write(folder, KEY, &read(&demo().join("keys").join(KEY))?)?;
    let mut sealed = Vec::new();
    for number in BASELINES {
        for wave in ["baseline", "followup"] {
            let answers = demo().join(format!("answers/{wave}-{number:02}.json"));
            if answers.exists() {
                sealed.push(seal(linkwell, &answers, folder, &format!("{wave}-{number:02}"))?);
            }
        }
    }
    let whole = read(&folder.join(&sealed[0]))?;
    sealed.push(write(folder, "copy-of-baseline-01.linkwell.txt", &whole)?);
    sealed.push(write(folder, "cut-short.linkwell.txt", &whole[..whole.len() / 2])?);
    sealed.push(write(folder, "notes.txt", b"These are notes, not a sealed file.\n")?);
    sealed.push(seal(linkwell, &demo().join("answers/baseline-02.json"), folder, "filled-in-again")?);
    let index = serde_json::json!({"study": BUNDLE, "key": KEY, "sealed": sealed});
    write(folder, "index.json", &serde_json::to_vec(&index)?)?;
    Ok(())
}

/// Seals an answers file as `stem.linkwell.txt` and gives that name.
fn seal(linkwell: &Path, answers: &Path, folder: &Path, stem: &str) -> Result<String> {
    let name = format!("{stem}.linkwell.txt");
    let mut seal = command::new(linkwell);
    seal.arg("seal").arg("--study").arg(demo().join("study.json")).arg(answers);
    // Its output is kept back: it says of every file that the sample's keys are public.
    let told = seal.arg("-o").arg(folder.join(&name)).output().context("cannot start linkwell")?;
    if !told.status.success() {
        bail!("{} was not sealed: {}", places::shown(answers), String::from_utf8_lossy(&told.stderr));
    }
    Ok(name)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}", places::shown(file)))
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<String> {
    let file = folder.join(name);
    std::fs::write(&file, bytes).with_context(|| format!("cannot write {}", places::shown(&file)))?;
    Ok(name.to_owned())
}
