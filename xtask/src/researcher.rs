//! Publishes the researcher's page: `dist/researcher` for a host, and one file for a laptop that never goes online. What
//! they consist of is in `hosting::researcher`. Must never leave a file of an earlier build.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use hosting::Files;

use crate::pages::Quality;
use crate::{places, study};

/// The folder of the sample study, below the page's own.
const SAMPLE: &str = "sample";

/// Where the researcher's page in one file lies.
pub fn single_file() -> PathBuf {
    places::dist("single").join("linkwell-researcher.html")
}

/// Makes both from the page that was built into `pages`.
pub fn publish(pages: &Path, quality: Quality) -> Result<()> {
    let folder = places::dist("researcher");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", places::shown(&folder)))?;
    }
    study::write_sample(&folder.join(SAMPLE))?;
    let (pages, sample) = (read(pages)?, read(&folder)?);
    for (name, bytes) in hosting::researcher::folder(&pages, &sample, quality == Quality::Published)? {
        write(&folder.join(name), &bytes)?;
    }
    write(&single_file(), hosting::researcher::single_file(&pages, &sample)?.as_bytes())
}

/// Every file below `folder`.
fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for file in places::files(folder, |_| true)? {
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", places::shown(&file)))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        files.insert(name, bytes);
    }
    Ok(files)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", places::shown(folder)))?;
    std::fs::write(file, bytes).with_context(|| format!("cannot write {}", places::shown(file)))
}
