//! Where things lie. Must never depend on the folder that the command was called from.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};

use crate::command;

/// The folder of the whole workspace.
///
/// As cargo names it to the program that it runs: with a build folder that several checkouts share, the folder that
/// this program was compiled in may be another one.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let compiled = || env!("CARGO_MANIFEST_DIR").into();
        let mut folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled));
        folder.pop();
        folder
    });
    &ROOT
}

/// The folder of one built page.
pub fn dist(page: &str) -> PathBuf {
    root().join("dist").join(page)
}

/// Where cargo puts what it builds, which a person may have moved.
pub fn target() -> Result<PathBuf> {
    let words = ["metadata", "--format-version", "1", "--no-deps", "--locked"];
    let metadata = command::output(command::cargo().args(words))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&metadata).context("cargo's metadata are no JSON")?;
    let folder = metadata["target_directory"].as_str().context("cargo's metadata name no folder")?;
    Ok(PathBuf::from(folder))
}

/// Cargo's own folder, with its installations and the sources of dependencies.
pub fn cargo_home() -> Result<PathBuf> {
    match std::env::var_os("CARGO_HOME") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => {
            Ok(std::env::home_dir().context("neither CARGO_HOME nor a home folder is known")?.join(".cargo"))
        }
    }
}

/// Where tools are kept between checkouts: `linkwell-tools` beside cargo's own installations.
pub fn tools() -> Result<PathBuf> {
    Ok(cargo_home()?.join("linkwell-tools"))
}

/// All files below `folder` whose names `wanted` accepts, in order of their paths; build output and installed packages
/// are left out. A folder that is not there holds nothing.
pub fn files(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        let entries =
            std::fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() {
                if !matches!(name.as_str(), "target" | "node_modules") && !name.starts_with('.') {
                    folders.push(path);
                }
            } else if wanted(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// `path` as people name it: relative to the workspace, with `/`.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", shown(path)))
}
