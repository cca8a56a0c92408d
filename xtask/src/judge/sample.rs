//! The sample study, sealed, imported, analysed and exported by the `linkwell` command of this tree.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{command, places, study};

/// Where the sample lies, and the command that made it.
pub struct Sample {
    linkwell: PathBuf,
    folder: PathBuf,
}

impl Sample {
    /// Makes it anew in the build folder.
    pub fn make() -> Result<Self> {
        let sample = Self { linkwell: study::linkwell()?, folder: places::target()?.join("judge") };
        empty(&sample.folder)?;
        let sealed = sample.folder.join("sealed");
        study::seal_all(&sample.linkwell, &sealed)?;
        let mut import = command::new(&sample.linkwell);
        import.arg("import").arg(&sealed).arg("--study").arg(study_file());
        import.arg("--identity").arg(study::demo().join("keys/team-identity.txt"));
        command::run(import.arg("-o").arg(sample.results()))?;
        let mut analyse = command::new(&sample.linkwell);
        analyse.arg("analyse").arg(sample.results()).arg("--study").arg(study_file());
        command::output(analyse.arg("--tables").arg(sample.tables()))?;
        Ok(sample)
    }

    /// The results folder.
    pub fn results(&self) -> PathBuf {
        self.folder.join("results")
    }

    /// The folder of the analysis tables.
    pub fn tables(&self) -> PathBuf {
        self.folder.join("tables")
    }

    /// Exports one format into a folder called `name`, and gives the format's own folder.
    pub fn export(&self, format: &str, name: &str) -> Result<PathBuf> {
        let target = self.folder.join(name).join(format);
        empty(&target)?;
        let mut export = command::new(&self.linkwell);
        export.arg("export").arg(self.results()).arg("--study").arg(study_file());
        command::run(export.args(["--to", format]).arg("-o").arg(&target))?;
        Ok(target.join(format))
    }
}

fn study_file() -> PathBuf {
    study::demo().join("study.json")
}

/// Makes `folder`, without what was in it.
fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}
