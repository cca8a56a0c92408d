//! The exports of the small made-up cohort, byte for byte, against files that were read line by line.
//!
//! With `LINKWELL_REWRITE_GOLDEN=1` the files are written anew: read the difference before you commit it.

mod results;

use std::{fs, path::Path};

use export::Format;
use results::{FOLDER, exported};

/// The formats whose files are kept; the tables themselves are those of `cohort`.
const KEPT: [Format; 5] = [Format::Redcap, Format::Spss, Format::Stata, Format::R, Format::Python];

#[test]
fn the_exports_are_those_that_were_reviewed() {
    let rewrite = std::env::var_os("LINKWELL_REWRITE_GOLDEN").is_some();
    for format in KEPT {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format.word());
        let made = exported(format);
        // A table that is copied is not kept twice.
        let copied = |bytes: &[u8]| FOLDER[1].ends_with(bytes);
        for file in made.files.iter().filter(|file| !copied(&file.bytes)) {
            let path = folder.join(&file.path);
            if rewrite {
                fs::create_dir_all(&folder).expect("a folder");
                fs::write(&path, &file.bytes).expect("a file");
            }
            let kept = fs::read(&path).unwrap_or_default();
            assert!(kept == file.bytes, "{} differs from {}", format.word(), path.display());
        }
    }
}
