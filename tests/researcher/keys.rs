//! What is taken for a key, and what is not.

use crate::support::{TEAM_KEY, at_once, mixed_files, now, offer};
use linkwell::researcher::{KeyProblem, KeyRead, read_key, read_pasted_key};
use sealed::{Kind, make_identity, open::key_file};
use zeroize::Zeroizing;

fn file(bytes: &[u8]) -> Result<KeyRead, KeyProblem> {
    read_key(Zeroizing::new(bytes.to_vec()))
}

/// How many keys were read, and whether they are of the sample study.
fn read(result: Result<KeyRead, KeyProblem>) -> (usize, bool) {
    match result {
        Ok(KeyRead::Ready(keys)) => (keys.identities().len(), keys.fit(&offer().study.recipients)),
        other => panic!("no keys: {other:?}"),
    }
}

#[test]
fn a_key_is_read_from_a_file_or_pasted_as_it_is_or_with_its_file() {
    let text = str::from_utf8(TEAM_KEY).expect("text");
    let key = text.lines().find(|line| line.starts_with("AGE-")).expect("a key");
    assert_eq!(read(file(TEAM_KEY)), (1, true));
    assert_eq!(read(read_pasted_key(key)), (1, true));
    assert_eq!(read(read_pasted_key(&format!("  {key}\n"))), (1, true));
    assert_eq!(read(read_pasted_key(text)), (1, true));
    // A field of one line takes the line ends out of what is pasted.
    assert_eq!(read(read_pasted_key(&text.replace('\n', ""))), (1, true));
    assert_eq!(read(read_pasted_key(&[key, key].concat())), (2, true));
}

#[test]
fn a_key_of_another_study_is_a_key_that_does_not_fit() {
    let other = make_identity(Kind::Hybrid).expect("randomness");
    assert_eq!(read(read_pasted_key(&other.expose())), (1, false));
    let recipients = [other.to_recipient().to_string()];
    let Ok(KeyRead::Ready(keys)) = read_pasted_key(&other.expose()) else { panic!("no key") };
    assert!(keys.fit(&recipients) && !keys.fit(&[]));
}

#[test]
fn what_is_no_key_is_told_apart() {
    let text = str::from_utf8(TEAM_KEY).expect("text");
    let key = text.lines().find(|line| line.starts_with("AGE-")).expect("a key");
    let problem = |result: Result<KeyRead, KeyProblem>| result.expect_err("accepted");
    assert_eq!(problem(read_pasted_key("")), KeyProblem::Empty);
    assert_eq!(problem(file(b"# a comment\n")), KeyProblem::Empty);
    assert_eq!(problem(read_pasted_key("a password")), KeyProblem::NotAKey);
    assert_eq!(problem(read_pasted_key(&offer().study.recipients[0])), KeyProblem::Public);
    assert_eq!(problem(read_pasted_key(&key[..key.len() - 1])), KeyProblem::Mistyped);
    assert_eq!(problem(file(&[0xff, 0xd8, 0xff])), KeyProblem::NotAKey);
    let sealed = now(mixed_files(&offer())[0].bytes()).expect("in memory");
    assert_eq!(problem(file(&sealed)), KeyProblem::SealedFile);
    assert_eq!(problem(file(&sealed[..200])), KeyProblem::Damaged);
}

#[test]
fn a_protected_key_file_opens_with_its_passphrase_only() {
    let protected = key_file::protect(TEAM_KEY, "correct horse").expect("protected");
    let Ok(KeyRead::Protected(waiting)) = file(protected.as_bytes()) else { panic!("not protected") };
    let unlock = |passphrase| now(waiting.unlock(passphrase, at_once));
    assert_eq!(unlock(""), Err(KeyProblem::NoPassphrase));
    assert_eq!(unlock("wrong horse"), Err(KeyProblem::WrongPassphrase));
    let keys = unlock("correct horse").expect("the passphrase fits");
    assert!(keys.fit(&offer().study.recipients));
}

#[test]
fn nothing_that_can_be_printed_holds_a_secret() {
    let Ok(read) = file(TEAM_KEY) else { panic!("no key") };
    assert!(!format!("{read:?}").contains("AGE-SECRET"), "{read:?}");
    for problem in [read_pasted_key("AGE-SECRET-KEY-1SECRET"), read_pasted_key("my password")] {
        let shown = format!("{problem:?}");
        assert!(!shown.contains("SECRET") && !shown.contains("password"), "{shown}");
    }
}
