//! Why a command stopped, and what its exit code says.
//!
//! Promises: a message says where (file, row, column, key) and what to do. Must never hold a key or a participant
//! code; only `score` names a refused value, because the researcher has to find it in their own table.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use engine::problem::Problem;

/// How a command that ran to its end went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All well: exit code 0.
    AllWell,
    /// Done, but a person has to look at something: exit code 1.
    NeedsAttention,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::AllWell => Self::SUCCESS,
            Outcome::NeedsAttention => Self::from(1),
        }
    }
}

/// Why a command stopped before it had done anything: exit code 2.
#[derive(Debug)]
#[non_exhaustive]
pub enum CommandError {
    /// The command was used wrongly; the sentence says what to do instead.
    Usage(String),
    /// A file or folder cannot be read, or is not what it should be.
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why, and what to do; where in the file, if that is known.
        why: String,
    },
    /// A file or folder cannot be written.
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// Why, and what to do.
        why: String,
    },
    /// Files that somebody wrote have mistakes.
    Wrong(Vec<FileProblems>),
    /// Whoever read our standard output closed it: they have what they wanted. Silent, exit code 0.
    ReaderGone,
}

/// A file with everything that is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FileProblems {
    /// The file.
    pub file: PathBuf,
    /// What is wrong.
    #[serde(serialize_with = "problems_as_objects")]
    pub problems: Vec<Problem>,
}

fn problems_as_objects<S: serde::Serializer>(problems: &[Problem], to: S) -> Result<S::Ok, S::Error> {
    #[derive(serde::Serialize)]
    struct Object<'a> {
        path: &'a str,
        message: &'a str,
    }
    to.collect_seq(problems.iter().map(|p| Object { path: &p.path, message: &p.message }))
}

impl CommandError {
    /// The file or folder at `path` cannot be used because of `why`, a sentence that says what to do.
    pub fn unreadable(path: &Path, why: impl Into<String>) -> Self {
        Self::Unreadable { path: path.into(), why: why.into() }
    }

    /// Reading `path` failed with `error`.
    pub fn reading(path: &Path, error: &io::Error) -> Self {
        Self::unreadable(path, io_reason(error))
    }

    /// Writing `path` failed with `error`.
    pub fn writing(path: &Path, error: &io::Error) -> Self {
        Self::Unwritable { path: path.into(), why: io_reason(error) }
    }

    /// Writing to standard output failed with `error`.
    pub fn printing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ReaderGone,
            _ => Self::writing(Path::new("standard output"), error),
        }
    }

    /// The file at `path` has `problems`.
    pub fn wrong(path: &Path, problems: Vec<Problem>) -> Self {
        Self::Wrong(vec![FileProblems { file: path.into(), problems }])
    }

    /// The exit code: 2, except when the reader of our output simply left.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::ReaderGone => ExitCode::SUCCESS,
            _ => ExitCode::from(2),
        }
    }
}

/// What the operating system said, in words that name the remedy where there is an obvious one.
fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder: check the path".into(),
        io::ErrorKind::PermissionDenied => {
            "permission denied: check who may read and write there, or choose another place".into()
        }
        io::ErrorKind::NotADirectory => "a part of this path is a file, not a folder: check the path".into(),
        io::ErrorKind::IsADirectory => "this is a folder, and a file is needed: check the path".into(),
        io::ErrorKind::StorageFull => "the disk is full: make room, or choose another place".into(),
        _ => error.to_string(),
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => f.write_str(what),
            Self::Unreadable { path, why } => write!(f, "{}: {why}", path.display()),
            Self::Unwritable { path, why } => write!(f, "cannot write {}: {why}", path.display()),
            Self::Wrong(files) => write_problems(f, files),
            Self::ReaderGone => f.write_str("standard output was closed"),
        }
    }
}

impl std::error::Error for CommandError {}

/// One line a problem: `file: path.of.key: sentence`.
fn write_problems(f: &mut fmt::Formatter<'_>, files: &[FileProblems]) -> fmt::Result {
    let lines = files.iter().flat_map(|file| file.problems.iter().map(move |problem| (&file.file, problem)));
    for (at, (file, problem)) in lines.enumerate() {
        if at > 0 {
            f.write_str("\n")?;
        }
        write!(f, "{}: {problem}", file.display())?;
    }
    Ok(())
}
