//! Files as one zip.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// What an entry's permissions are where its archive is unpacked: readable by all, to be written by its owner.
const PERMISSIONS: u32 = 0o644;

/// A zip of `files`, each as its name and bytes, in their order. Every entry has the same time, the first that a zip can
/// name (1980-01-01), so that the same files give the same bytes on any day and machine.
///
/// # Errors
/// [`ZipError`]: two files have one name, or there is more than a zip holds.
pub fn zip<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(PERMISSIONS);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entries, Found, Kind, LIMITS};

    #[test]
    fn what_is_packed_is_what_comes_out_and_the_bytes_are_always_the_same() {
        let files = || [("b.csv", "1,2\r\n".as_bytes()), ("a.txt", "ü".as_bytes())];
        let bytes = zip(files()).expect("packed");
        assert_eq!(zip(files()).expect("packed"), bytes);
        // 1980-01-01, 00:00, as a zip writes it.
        assert_eq!(bytes[10..14], [0, 0, 0x21, 0]);
        let found: Vec<Found> = Entries::in_memory(Kind::Zip, bytes, LIMITS).collect();
        let expected =
            files().map(|(name, bytes)| Found::Entry { name: name.into(), content: Ok(bytes.to_vec()) });
        assert_eq!(found, expected);
        assert!(zip([("a", [].as_slice()), ("a", [].as_slice())]).is_err());
    }
}
