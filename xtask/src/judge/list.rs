//! The judges. A new one is a line here, a script in `xtask/judges/`, and its packages in `requirements.txt` or in
//! `setup::for_judges`.

use std::path::Path;

use anyhow::Result;

use super::compare::Measure;
use crate::{command, places, setup};

/// A program that reads one format.
pub struct Judge {
    pub name: &'static str,
    pub promise: &'static str,
    /// The format of `linkwell export`.
    pub format: &'static str,
    /// What it can tell.
    pub measures: &'static [Measure],
    /// Columns of which the format says less, and that is so on purpose.
    pub without: &'static [&'static str],
    /// Asks it about the folder of the format; its facts as CSV, or why it refuses.
    pub ask: fn(&Path) -> Result<String>,
    /// What is changed for its trial: a file, a text in it, and the text instead.
    pub damage: (&'static str, &'static str, &'static str),
}

use Measure::{Label, Mean, Missing, MissingLabel, N, Title};

/// Every judge.
pub const JUDGES: &[Judge] = &[
    Judge {
        name: "frictionless",
        promise: "the data package is valid and says what the tables say",
        format: "datapackage",
        measures: &[N, Mean, Missing, Label, Title],
        // A record may name a site that is not listed, so that the description has no list of them.
        without: &["site", "link_worker"],
        ask: |export| python("datapackage.py", export),
        damage: ("datapackage.json", "Hardly ever or never", "Hardly never or ever"),
    },
    Judge {
        name: "pandas",
        promise: "the Python module loads with the same numbers and labels",
        format: "python",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        without: &[],
        ask: |export| python("python.py", export),
        damage: ("linkwell_responses.py", "\"-99\"", "\"-96\""),
    },
    Judge {
        name: "pspp",
        promise: "PSPP runs the SPSS syntax, with the same numbers, and its .sav has the labels",
        format: "spss",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        without: &[],
        ask: |export| python("spss.py", export),
        damage: ("load.sps", "(-97, -98, -99)", "(-97, -98)"),
    },
    Judge {
        name: "r",
        promise: "R with haven makes the data frame, with the same numbers and labels",
        format: "r",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        without: &[],
        ask: |export| {
            command::output(command::new("Rscript").arg("--vanilla").arg(script("r.R")).arg(export))
        },
        damage: ("load.R", "c(-97, -98, -99)", "c(-97, -98)"),
    },
];

/// Runs a script of `xtask/judges/` with the judges' Python.
fn python(name: &str, export: &Path) -> Result<String> {
    let mut python = command::new(setup::judges_python()?);
    command::output(python.env("PYTHONDONTWRITEBYTECODE", "1").arg(script(name)).arg(export))
}

fn script(name: &str) -> std::path::PathBuf {
    places::root().join("xtask/judges").join(name)
}
