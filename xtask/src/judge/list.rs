//! The judges. A new one is a line here, a script in `xtask/judges/`, and its packages in `requirements.txt` or in
//! `setup::for_judges`.

use std::path::Path;

use anyhow::Result;

use super::compare::Measure;
use crate::{command, places, setup, tools};

/// A program that reads one format.
pub struct Judge {
    pub name: &'static str,
    pub promise: &'static str,
    /// The format of `linkwell export`.
    pub format: &'static str,
    /// What it can tell.
    pub measures: &'static [Measure],
    /// Columns whose values have no labels in the format, on purpose.
    pub unlabelled: &'static [&'static str],
    /// Columns that the format has elsewhere than in its table.
    pub absent: &'static [&'static str],
    /// Asks it about the folder of the format; its facts as CSV, or why it refuses.
    pub ask: fn(&Path) -> Result<String>,
    /// What is changed for its trials, one after the other.
    pub damages: &'static [Damage],
}

/// A change that a judge must notice.
pub enum Damage {
    /// In a file, the first of one text becomes another.
    Text(&'static str, &'static str, &'static str),
    /// A file is written over another.
    Copy(&'static str, &'static str),
    /// A script of the judges, called with the folder, changes one text into another, where texts lie packed.
    Script(&'static str, &'static str, &'static str),
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
        unlabelled: &["site", "link_worker"],
        absent: &[],
        ask: |export| python("datapackage.py", export),
        damages: &[Damage::Text("datapackage.json", "Hardly ever or never", "Hardly never or ever")],
    },
    Judge {
        name: "pandas",
        promise: "the Python module loads with the same numbers and labels",
        format: "python",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &[],
        ask: |export| python("python.py", export),
        damages: &[Damage::Text("linkwell_responses.py", "\"-99\"", "\"-96\"")],
    },
    Judge {
        name: "pspp",
        promise: "PSPP runs the SPSS syntax, with the same numbers, and its .sav has the labels",
        format: "spss",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &[],
        ask: |export| python("spss.py", export),
        damages: &[Damage::Text("load.sps", "(-97, -98, -99)", "(-97, -98)")],
    },
    Judge {
        name: "r",
        promise: "R with haven makes the data frame, with the same numbers and labels",
        format: "r",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &[],
        ask: |export| {
            command::output(command::new("Rscript").arg("--vanilla").arg(script("r.R")).arg(export))
        },
        damages: &[Damage::Text("load.R", "c(-97, -98, -99)", "c(-97, -98)")],
    },
    Judge {
        name: "pyarrow",
        promise: "the Parquet folders are one dataset, with the same numbers and the labels in its metadata",
        format: "parquet",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &PARTITIONS,
        ask: |export| python("parquet_pyarrow.py", export),
        damages: &[
            OLD_WAVE,
            Damage::Script("damage_labels.py", "Hardly ever or never", "Hardly never or ever"),
        ],
    },
    Judge {
        name: "duckdb",
        promise: "SQL over the Parquet folders gives the same numbers",
        format: "parquet",
        measures: &[N, Mean, Missing],
        unlabelled: &[],
        absent: &PARTITIONS,
        ask: |export| python("parquet_duckdb.py", export),
        damages: &[OLD_WAVE],
    },
    Judge {
        name: "polars",
        promise: "a scan of the Parquet folders gives the same numbers",
        format: "parquet",
        measures: &[N, Mean, Missing],
        unlabelled: &[],
        absent: &PARTITIONS,
        ask: |export| python("parquet_polars.py", export),
        damages: &[OLD_WAVE],
    },
    Judge {
        name: "arrow",
        promise: "pyarrow and polars read the Arrow stream, with the same numbers",
        format: "arrow",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &[],
        ask: |export| python("arrow.py", export),
        damages: &[
            Damage::Text("responses.arrows", "\"-99\":", "\"-96\":"),
            Damage::Text("responses.arrows", "Hardly ever or never", "Hardly never or ever"),
        ],
    },
    Judge {
        name: "odm",
        promise: "odmlib finds the ODM file valid, by CDISC's schema too, with the same numbers and labels",
        format: "odm",
        measures: &[N, Mean, Missing, Label, MissingLabel, Title],
        unlabelled: &[],
        absent: &["study", "wave", "participant"],
        ask: |export| python("odm.py", export),
        damages: &[
            Damage::Text("study.xml", ">-99</FlagValue>", ">-98</FlagValue>"),
            Damage::Text("study.xml", "Hardly ever or never", "Hardly never or ever"),
            Damage::Text("study.xml", "CodeListOID=\"CL.gse_1\"", "CodeListOID=\"CL.gse_0\""),
            Damage::Text("study.xml", " FileType=\"Snapshot\"", ""),
        ],
    },
    Judge {
        name: "medplum",
        promise: "Medplum finds nothing wrong with any FHIR resource, and the Bundle has the same numbers",
        format: "fhir",
        measures: &[N, Mean, Missing],
        unlabelled: &[],
        absent: &[],
        ask: |export| node("medplum.mjs", export),
        damages: &[Damage::Text("bundle.json", "\"effectiveDateTime\"", "\"effectiveDate\"")],
    },
    Judge {
        name: "fhir.resources",
        promise: "fhir.resources parses each FHIR resource, and the Bundle has the same numbers",
        format: "fhir",
        measures: &[N, Mean, Missing],
        unlabelled: &[],
        absent: &[],
        ask: |export| python("resources.py", export),
        damages: &[Damage::Text(
            "bundle.json",
            "\"valueCode\":\"asked-declined\"",
            "\"valueCode\":\"unknown\"",
        )],
    },
    Judge {
        name: "lforms",
        promise: "LHC-Forms draws each FHIR Questionnaire and calculates each score as we do",
        format: "fhir",
        measures: &[N, Mean, Missing],
        unlabelled: &[],
        absent: &[],
        ask: |export| node("lforms.mjs", export),
        damages: &[Damage::Text("bundle.json", ".count() >= 7, ", ".count() >= 11, ")],
    },
];

/// What stands in the names of Parquet folders.
const PARTITIONS: [&str; 2] = ["study", "wave"];
/// One wave's file over the other's.
const OLD_WAVE: Damage = Damage::Copy(
    "study=link-worker-sample/wave=baseline/responses_wide.parquet",
    "study=link-worker-sample/wave=followup/responses_wide.parquet",
);

/// Runs a script of `xtask/judges/` with Node.js, which finds Chromium by the variable that the tests have for it.
fn node(name: &str, export: &Path) -> Result<String> {
    let mut node = command::new("node");
    command::output(node.env("LINKWELL_CHROMIUM", tools::chromium()?).arg(script(name)).arg(export))
}

/// Runs a script of `xtask/judges/` with the judges' Python.
fn python(name: &str, export: &Path) -> Result<String> {
    python_with(name, export, &[])
}

/// The same with more arguments.
pub fn python_with(name: &str, export: &Path, more: &[&str]) -> Result<String> {
    let mut python = command::new(setup::judges_python()?);
    python.env("PYTHONDONTWRITEBYTECODE", "1").arg(script(name)).arg(export).args(more);
    command::output(&mut python)
}

fn script(name: &str) -> std::path::PathBuf {
    places::root().join("xtask/judges").join(name)
}
