//! Compressed copies, for hosts that send such files as they are. Promises the same bytes on every machine: no time and
//! no name is written into them.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};

use crate::Files;

/// `bytes` after brotli, quality 11, window 22.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)
        .expect("reading and writing memory cannot fail");
    out
}

/// `bytes` after gzip at its best.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("reading and writing memory cannot fail")
}

/// Whether a file of this name gets smaller: texts and WebAssembly do, pictures are packed already.
pub fn is_worth_it(name: &str) -> bool {
    const ENDINGS: &[&str] = &["html", "js", "css", "wasm", "json", "svg", "txt", "webmanifest"];
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// Both copies of every file that is worth it.
pub fn copies(files: &Files) -> Files {
    let worth_it = files.iter().filter(|(name, _)| is_worth_it(name));
    let both = worth_it.flat_map(|(name, bytes)| {
        [([name, ".br"].concat(), brotli(bytes)), ([name, ".gz"].concat(), gzip(bytes))]
    });
    both.collect()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_can_be_undone_and_are_smaller() {
        let text = "at all times ".repeat(500);
        let (packed, zipped) = (brotli(text.as_bytes()), gzip(text.as_bytes()));
        assert!(packed.len() < 100 && zipped.len() < 200);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &packed[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&zipped[..]).read_to_end(&mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }

    #[test]
    fn gzip_holds_no_time() {
        assert_eq!(gzip(b"a")[4..8], [0; 4]);
    }

    #[test]
    fn pictures_stay_as_they_are() {
        assert!(is_worth_it("a.svg") && is_worth_it("text/cy.txt") && is_worth_it("manifest.webmanifest"));
        assert!(!is_worth_it("icon-192.png") && !is_worth_it("_headers") && !is_worth_it("x.js.br"));
    }
}
