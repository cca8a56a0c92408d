//! Files cross to other age implementations and back: the npm package `age-encryption` (both kinds) and Debian's `age`
//! (classical). Run by `cargo xtask test`, which installs them; by hand, `npm ci` in `e2e/interop`, then
//! `cargo test -p sealed --test interop -- --ignored`.
#![allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]

use sealed::{Identity, Kind, make_identity, open, seal};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FILES_A_KIND: usize = 100;

/// Sizes where something changes: nothing, a base64 group, an armour line (48 bytes), a padding step, a chunk.
const BORDERS: [usize; 31] = [
    0, 1, 2, 3, 15, 16, 17, 47, 48, 49, 8_191, 8_192, 8_193, 65_503, 65_504, 65_505, 65_519, 65_520, 65_521,
    65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 196_607, 196_608, 196_609, 1_048_575, 1_048_576,
    1_048_577,
];

/// The borders, then sizes spread evenly up to 1 MiB.
fn sizes() -> impl Iterator<Item = usize> {
    let rest = FILES_A_KIND - BORDERS.len();
    let spread = (0..rest).map(move |at| at * 1_048_576 / rest + at);
    BORDERS.into_iter().chain(spread)
}

struct Study {
    kind: Kind,
    name: &'static str,
    identities: [Identity; 2],
}

fn studies() -> [Study; 2] {
    [(Kind::Hybrid, "hybrid"), (Kind::Classical, "classical")].map(|(kind, name)| Study {
        kind,
        name,
        identities: [(); 2].map(|()| make_identity(kind).unwrap()),
    })
}

impl Study {
    fn seal(&self, plaintext: &[u8]) -> String {
        let recipients: Vec<_> = self.identities.iter().map(Identity::to_recipient).collect();
        seal(plaintext, &recipients).unwrap()
    }
}

#[test]
#[ignore = "needs npm age-encryption and Debian's age: cargo xtask test runs it"]
fn what_we_seal_opens_with_age_encryption() {
    let folder = fresh_folder("ours");
    let mut expected = BTreeMap::new();
    let mut job = String::new();
    for study in studies() {
        for (at, size) in sizes().enumerate() {
            let name = format!("{}-{at}.age", study.name);
            let plaintext = bytes(size);
            std::fs::write(folder.join(&name), study.seal(&plaintext)).unwrap();
            expected.insert(name.clone(), hex(&plaintext));
            // Each recipient in its turn must be able to open.
            let identity = study.identities[at % 2].expose();
            add_file(&mut job, &format!(r#""name":"{name}","identities":["{}"]"#, *identity));
        }
    }
    assert_eq!(expected.len(), 200);
    let opened = run_node("open", &folder, &job);
    for (name, digest) in &expected {
        assert_eq!(opened.get(name), Some(digest), "{name}");
    }
}

#[test]
#[ignore = "needs npm age-encryption and Debian's age: cargo xtask test runs it"]
fn what_age_encryption_seals_opens_with_us() {
    let folder = fresh_folder("theirs");
    let studies = studies();
    let mut job = String::new();
    for study in &studies {
        let [team, recovery] = study.identities.each_ref().map(Identity::expose);
        for (at, size) in sizes().enumerate() {
            let armoured = at % 2 == 0;
            let file = format!(
                r#""name":"{}-{at}.age","size":{size},"armoured":{armoured},"identities":["{}","{}"]"#,
                study.name, *team, *recovery
            );
            add_file(&mut job, &file);
        }
    }
    let sealed = run_node("seal", &folder, &job);
    assert_eq!(sealed.len(), 200);
    for (name, digest) in sealed {
        let kind = if name.starts_with("hybrid") { Kind::Hybrid } else { Kind::Classical };
        let study = studies.iter().find(|study| study.kind == kind).unwrap();
        let file = std::fs::read(folder.join(&name)).unwrap();
        for identity in &study.identities {
            let plaintext = open(&file, std::slice::from_ref(identity)).unwrap();
            assert_eq!(hex(&plaintext), digest, "{name}");
        }
    }
}

#[test]
#[ignore = "needs npm age-encryption and Debian's age: cargo xtask test runs it"]
fn a_protected_key_file_opens_with_age_encryption() {
    let folder = fresh_folder("protected");
    let file = sealed::open::key_file::write("Demo", &[make_identity(Kind::Hybrid).unwrap()]);
    let protected = sealed::open::key_file::protect(file.as_bytes(), "Ffestiniog 1863").unwrap();
    std::fs::write(folder.join("team.key"), protected).unwrap();
    let opened = run_node("unprotect", &folder, r#"{"name":"team.key","passphrase":"Ffestiniog 1863"}"#);
    assert_eq!(opened["team.key"], hex(file.as_bytes()));
}

#[test]
#[ignore = "needs npm age-encryption and Debian's age: cargo xtask test runs it"]
fn classical_files_cross_to_debians_age_and_back() {
    let folder = fresh_folder("debian");
    let [_, study] = studies();
    let key_file = folder.join("team.key");
    let key = sealed::open::key_file::write("Debian", &study.identities[..1]);
    std::fs::write(&key_file, key.as_bytes()).unwrap();
    let key_file = key_file.to_str().unwrap();
    let recipients = study.identities.each_ref().map(|identity| identity.to_recipient().to_string());

    for size in sizes() {
        let plaintext = bytes(size);
        let opened = run_age(&["--decrypt", "-i", key_file], study.seal(&plaintext).as_bytes());
        assert!(opened == plaintext, "{size} bytes sealed by us");

        let [team, recovery] = &recipients;
        let mut arguments = vec!["--encrypt", "-r", team, "-r", recovery];
        arguments.extend((size % 2 == 0).then_some("--armor"));
        let theirs = run_age(&arguments, &plaintext);
        assert!(open(&theirs, &study.identities[1..]).unwrap() == plaintext, "{size} bytes sealed by age");
    }
}

/// A folder of this name, empty, in Cargo's own place for test files.
fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interop").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn add_file(job: &mut String, file: &str) {
    let comma = if job.is_empty() { "" } else { "," };
    write!(job, "{comma}{{{file}}}").unwrap();
}

/// Runs `e2e/interop/cross.mjs` over the files of a job; gives the digest of each file's plaintext.
fn run_node(verb: &str, folder: &Path, files: &str) -> BTreeMap<String, String> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/interop");
    assert!(
        place.join("node_modules/age-encryption").exists(),
        "the npm package age-encryption is missing: run cargo xtask test, which installs it"
    );
    std::fs::write(folder.join("job.json"), format!(r#"{{"files":[{files}]}}"#)).unwrap();
    let output = Command::new("node")
        .arg(place.join("cross.mjs"))
        .arg(verb)
        .arg(folder)
        .stderr(Stdio::inherit())
        .output()
        .expect("node is missing: run cargo xtask test, which checks for it");
    assert!(output.status.success(), "node cross.mjs {verb} failed");
    let text = String::from_utf8(output.stdout).unwrap();
    let pair = |line: &str| line.split_once(' ').map(|(name, digest)| (name.to_owned(), digest.to_owned()));
    text.lines().map(|line| pair(line).unwrap()).collect()
}

fn run_age(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut age = Command::new("age")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Debian's age is missing: run cargo xtask test, which installs it");
    let mut to_age = age.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || to_age.write_all(input).unwrap());
        age.wait_with_output().unwrap()
    });
    assert!(output.status.success(), "age {arguments:?} failed");
    output.stdout
}

/// Bytes that differ from chunk to chunk, so that exchanged chunks would show.
fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at ^ (at >> 8) ^ (at >> 16)) as u8).collect()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
