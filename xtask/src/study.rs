//! Puts the sample study into and beside the built pages. Promises that everything in it was made by the `linkwell` command of
//! this tree. Must never touch the study's own folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, cargo};
use crate::pages::Quality;
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

/// Where the page in one file lies, which has the sample study in it.
pub fn single_file() -> PathBuf {
    places::dist("single").join("link-worker-sample.html")
}

/// Makes `dist/patient` and the page in one file from the built pages in `pages`, as a study team would.
pub fn write_site(pages: &Path, quality: Quality) -> Result<()> {
    let command = linkwell()?;
    let (folder, single) = (places::dist("patient"), single_file());
    for old in [&folder, &places::dist("single")] {
        if old.exists() {
            std::fs::remove_dir_all(old).with_context(|| format!("cannot remove {}", places::shown(old)))?;
        }
    }
    std::fs::create_dir_all(places::dist("single")).context("cannot make dist/single")?;
    let site = |output: &Path, options: &[&str]| {
        let mut site = command::new(&command);
        site.args(["site", "--study"]).arg(demo().join("study.json")).arg("--pages").arg(pages);
        command::run(site.args(options).arg("-o").arg(output))
    };
    site(&folder, if quality == Quality::Published { &[] } else { &["--no-copies"] })?;
    site(&single, &["--single-file"])
}

/// The sample study's folder.
pub fn demo() -> PathBuf {
    places::root().join("studies/demo")
}

fn bundle(linkwell: &Path, folder: &Path) -> Result<()> {
    let mut make = command::new(linkwell);
    make.args(["study", "bundle"]).arg(demo().join("study.json"));
    command::run(make.arg("-o").arg(folder.join(BUNDLE)))
}

/// The sample as it would reach a research team: sealed files, most of them as they should be, and one of each kind
/// that shows how the ledger tells what is wrong.
pub fn write_sample(folder: &Path) -> Result<()> {
    let linkwell = &linkwell()?;
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

/// Every finished questionnaire of the sample, sealed into `folder`.
pub fn seal_all(linkwell: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", places::shown(folder)))?;
    let is_json = |file: &Path| file.extension().is_some_and(|end| end == "json");
    for answers in places::files(&demo().join("answers"), is_json)? {
        let stem = answers.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        seal(linkwell, &answers, folder, &stem)?;
    }
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
