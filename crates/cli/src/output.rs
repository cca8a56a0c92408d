//! Files and folders written whole or not at all, and standard output.
//!
//! Promises: everything is written under a temporary name in the same folder, flushed to the disk, and renamed; a
//! stop at any moment leaves the old file or the new one; after an error no temporary file is left. Must never
//! leave a half-written file under its final name.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::error::CommandError;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// As the system's settings have it.
    Usual,
    /// The owner alone (mode 600; folders 700).
    OwnerOnly,
}

/// A file that appears under its name when it is finished. Buffer it: every write is a system call.
pub struct OutputFile {
    file: Option<File>,
    temporary: PathBuf,
    target: PathBuf,
}

impl OutputFile {
    /// Begins the file that will be `target`. Its folder must exist.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`].
    pub fn create(target: &Path, access: Access) -> Result<Self, CommandError> {
        if target.is_dir() {
            return Err(CommandError::writing(target, &io::ErrorKind::IsADirectory.into()));
        }
        let temporary = temporary_sibling(target)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        restrict(&mut options, access);
        let file = options.open(&temporary).map_err(|error| CommandError::writing(target, &error))?;
        Ok(Self { file: Some(file), temporary, target: target.into() })
    }

    /// Flushes the file to the disk and gives it its name.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`]; the temporary file is removed.
    pub fn finish(mut self) -> Result<(), CommandError> {
        let failed = |error: io::Error| CommandError::writing(&self.target, &error);
        let file = self.file.take().expect("a file is taken only here and when it is dropped");
        let synced = file.sync_all();
        drop(file);
        let renamed = synced.and_then(|()| fs::rename(&self.temporary, &self.target));
        if renamed.is_err() {
            let _ = fs::remove_file(&self.temporary);
        }
        renamed.map_err(failed)?;
        sync_folder_of(&self.target);
        Ok(())
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().expect("an unfinished file is open").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().expect("an unfinished file is open").flush()
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Nothing more can be done about a temporary file that cannot be removed.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Writes `bytes` to `target`, whole or not at all.
///
/// # Errors
/// [`CommandError::Unwritable`].
pub fn write_file(target: &Path, bytes: &[u8], access: Access) -> Result<(), CommandError> {
    let mut file = OutputFile::create(target, access)?;
    file.write_all(bytes).map_err(|error| CommandError::writing(target, &error))?;
    file.finish()
}

/// Several files that appear together.
///
/// In a folder that does not exist yet, or is empty, all appear at once. In one that holds something, every file
/// is written under a temporary name first, then all are renamed, one straight after the other, in the order in
/// which they were written.
pub struct OutputFolder {
    target: PathBuf,
    /// The folder in which everything is prepared, if the target is new.
    staging: Option<PathBuf>,
    files: Vec<OutputFile>,
}

impl OutputFolder {
    /// Begins the folder that will be `target`. The folder above it must exist.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`].
    pub fn create(target: &Path, access: Access) -> Result<Self, CommandError> {
        let failed = |error: io::Error| CommandError::writing(target, &error);
        let is_new = match fs::read_dir(target) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(failed(error)),
        };
        if !is_new {
            return Ok(Self { target: target.into(), staging: None, files: Vec::new() });
        }
        let staging = temporary_sibling(target)?;
        make_folder(&staging, access).map_err(failed)?;
        Ok(Self { target: target.into(), staging: Some(staging), files: Vec::new() })
    }

    /// Makes the folder `name` inside, if it is not there yet.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`].
    pub fn make_folder(&mut self, name: &str, access: Access) -> Result<(), CommandError> {
        let path = self.place().join(name);
        if path.is_dir() {
            return Ok(());
        }
        make_folder(&path, access).map_err(|error| CommandError::writing(&self.target.join(name), &error))
    }

    /// Writes the file `name` (`ledger.csv`, `keys/team.txt`) with what `write` puts into a buffer.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`].
    pub fn write(
        &mut self,
        name: &str,
        access: Access,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), CommandError> {
        let shown = self.target.join(name);
        let failed = |error: io::Error| CommandError::writing(&shown, &error);
        let mut file = io::BufWriter::new(OutputFile::create(&self.place().join(name), access)?);
        write(&mut file).map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        match self.staging {
            Some(_) => file.finish(),
            None => {
                self.files.push(file);
                Ok(())
            }
        }
    }

    /// Gives everything its name.
    ///
    /// # Errors
    /// [`CommandError::Unwritable`].
    pub fn finish(mut self) -> Result<(), CommandError> {
        for file in self.files.drain(..) {
            file.finish()?;
        }
        if let Some(staging) = &self.staging {
            let failed = |error: io::Error| CommandError::writing(&self.target, &error);
            if self.target.is_dir() {
                fs::remove_dir(&self.target).map_err(failed)?;
            }
            fs::rename(staging, &self.target).map_err(failed)?;
            sync_folder_of(&self.target);
            self.staging = None;
        }
        Ok(())
    }

    /// Where files are prepared.
    fn place(&self) -> &Path {
        self.staging.as_deref().unwrap_or(&self.target)
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        if let Some(staging) = &self.staging {
            // Nothing more can be done about a temporary folder that cannot be removed.
            let _ = fs::remove_dir_all(staging);
        }
    }
}

/// Refuses an output that is one of the inputs: renaming over an input would destroy it.
///
/// # Errors
/// [`CommandError::Usage`].
pub fn refuse_replacing<'a>(
    output: &Path,
    inputs: impl IntoIterator<Item = &'a Path>,
) -> Result<(), CommandError> {
    let Ok(output) = fs::canonicalize(output) else { return Ok(()) };
    let same = |input: &Path| fs::canonicalize(input).is_ok_and(|input| input == output);
    if inputs.into_iter().any(same) {
        return Err(CommandError::Usage(
            "the output would replace a file that is read: give -o another name".into(),
        ));
    }
    Ok(())
}

/// Writes `text` to standard output.
///
/// # Errors
/// [`CommandError::ReaderGone`] when nobody reads any more, else [`CommandError::Unwritable`].
pub fn print(text: &str) -> Result<(), CommandError> {
    print_bytes(text.as_bytes())
}

/// Writes `bytes` to standard output.
///
/// # Errors
/// As [`print`](fn@print).
pub fn print_bytes(bytes: &[u8]) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| CommandError::printing(&error))
}

/// Writes `value` to standard output as indented JSON with a final line feed.
///
/// # Errors
/// As [`print`](fn@print).
pub fn print_json(value: &impl serde::Serialize) -> Result<(), CommandError> {
    let mut text =
        serde_json::to_string_pretty(value).expect("what we print has text keys and no failing part");
    text.push('\n');
    print(&text)
}

/// A name beside `target` that nothing has yet: hidden, and telling whose leftover it is after a power cut.
fn temporary_sibling(target: &Path) -> Result<PathBuf, CommandError> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = target.file_name().ok_or_else(|| {
        CommandError::Usage(format!("{}: this path names no file or folder", target.display()))
    })?;
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".linkwell-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    Ok(target.with_file_name(temporary))
}

/// Makes a rename durable, where the system can. The file is whole either way.
fn sync_folder_of(target: &Path) {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(unix)]
fn restrict(options: &mut OpenOptions, access: Access) {
    use std::os::unix::fs::OpenOptionsExt as _;
    if access == Access::OwnerOnly {
        options.mode(0o600);
    }
}

#[cfg(not(unix))]
fn restrict(_options: &mut OpenOptions, _access: Access) {}

#[cfg(unix)]
fn make_folder(path: &Path, access: Access) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = fs::DirBuilder::new();
    if access == Access::OwnerOnly {
        builder.mode(0o700);
    }
    builder.create(path)
}

#[cfg(not(unix))]
fn make_folder(path: &Path, _access: Access) -> io::Result<()> {
    fs::create_dir(path)
}
