//! The file `decisions.json`, as `docs/formats.md` describes it.
//!
//! Values are read as they come and judged here, because a parser would quote them, and some are participant codes.

use engine::{
    participant::ParticipantCode,
    problem::{Problem, parse},
};
use serde_json::{Map, Value};

use super::{Decision, Decisions, RecordName, What};
use crate::{
    calendar::is_day,
    examine,
    reason::{Outcome, Reason},
};

/// The format of the file.
const FORMAT: u64 = 1;
/// The most characters of a name, and of a reason.
const LONGEST_NAME: usize = 100;
const LONGEST_REASON: usize = 1000;
/// What can be decided.
const KINDS: [&str; 4] = ["prefer", "accept", "withdraw", "join"];
/// Hexadecimal digits of a SHA-256, and characters of a receipt code.
const DIGEST: usize = 64;
const RECEIPT: usize = 8;

impl Decisions {
    /// Reads the text of a decisions file.
    ///
    /// # Errors
    /// Every mistake of form, with the path of its key; none quotes a value.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        let file: Value = parse(json).map_err(|problem| vec![problem])?;
        let mut reader = Reader { problems: Vec::new() };
        let decisions = reader.file(&file);
        match decisions {
            Some(decisions) if reader.problems.is_empty() => {
                reader.no_code_of_the_withdrawn(&decisions);
                if reader.problems.is_empty() { Ok(decisions) } else { Err(reader.problems) }
            }
            _ => Err(reader.problems),
        }
    }
}

struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn say(&mut self, path: &str, message: &str) {
        self.problems.push(Problem::new(path, message));
    }

    fn file(&mut self, file: &Value) -> Option<Decisions> {
        let keys = self.object(file, ".", &["format", "study", "decisions"])?;
        if keys.get("format").and_then(Value::as_u64) != Some(FORMAT) {
            self.say("format", "this version of Linkwell reads decisions of format 1");
        }
        let study = self.text(keys, ".", "study", LONGEST_NAME);
        let Some(list) = keys.get("decisions").and_then(Value::as_array) else {
            self.say("decisions", "write the list of decisions, in square brackets");
            return None;
        };
        let read = |(at, entry): (usize, &Value)| self.decision(entry, &format!("decisions[{at}]"));
        let list: Vec<Option<Decision>> = list.iter().enumerate().map(read).collect();
        Some(Decisions { study: study?, list: list.into_iter().collect::<Option<_>>()? })
    }

    fn decision(&mut self, entry: &Value, path: &str) -> Option<Decision> {
        let keys = self.object(entry, path, &[&["date", "who", "reason"][..], &KINDS].concat())?;
        let date = self.text(keys, path, "date", LONGEST_NAME);
        if date.as_ref().is_some_and(|date| !is_day(date)) {
            self.say(&format!("{path}.date"), "write the day of the decision as 2026-11-22");
        }
        let who = self.text(keys, path, "who", LONGEST_NAME);
        let reason = self.text(keys, path, "reason", LONGEST_REASON);
        let mut kinds = KINDS.into_iter().filter(|kind| keys.contains_key(*kind));
        let (Some(kind), None) = (kinds.next(), kinds.next()) else {
            self.say(path, "say one thing that was decided: `prefer`, `accept`, `withdraw` or `join`");
            return None;
        };
        let what = self.what(kind, &keys[kind], &format!("{path}.{kind}"));
        Some(Decision { date: date?, who: who?, reason: reason?, what: what? })
    }

    fn what(&mut self, kind: &str, value: &Value, path: &str) -> Option<What> {
        match kind {
            "prefer" => {
                let keys = self.object(value, path, &["receipt", "over"])?;
                let record = self.record(keys.get("receipt"), &format!("{path}.receipt"));
                let over = keys.get("over").and_then(Value::as_array).filter(|over| !over.is_empty());
                let Some(over) = over else {
                    self.say(
                        &format!("{path}.over"),
                        "list the receipt codes of the records that do not count",
                    );
                    return None;
                };
                let read =
                    |(at, name): (usize, &Value)| self.record(Some(name), &format!("{path}.over[{at}]"));
                let over: Vec<_> = over.iter().enumerate().map(read).collect();
                Some(What::Prefer { record: record?, over: over.into_iter().collect::<Option<_>>()? })
            }
            "accept" => {
                let keys = self.object(value, path, &["receipt", "code"])?;
                let record = self.record(keys.get("receipt"), &format!("{path}.receipt"));
                let code = self.code(keys.get("code"), &format!("{path}.code"));
                Some(What::Accept { record: record?, code: code? })
            }
            "withdraw" => {
                let keys = self.object(value, path, &["participant"])?;
                let participant = self.participant(keys.get("participant"), &format!("{path}.participant"));
                Some(What::Withdraw { participant: participant? })
            }
            _ => {
                let keys = self.object(value, path, &["mistyped", "right"])?;
                let mistyped = self.participant(keys.get("mistyped"), &format!("{path}.mistyped"));
                let path_of_right = format!("{path}.right");
                let right = self.participant(keys.get("right"), &path_of_right);
                if right.as_ref().is_some_and(|right| right.parse::<ParticipantCode>().is_err()) {
                    self.say(&path_of_right, "the check character of the right code does not fit");
                }
                if right.is_some() && right == mistyped {
                    self.say(path, "the two codes are the same");
                }
                Some(What::Join { mistyped: mistyped?, right: right? })
            }
        }
    }

    /// The entries of an object that has no other keys than `known`.
    fn object<'v>(&mut self, value: &'v Value, path: &str, known: &[&str]) -> Option<&'v Map<String, Value>> {
        let Some(keys) = value.as_object() else {
            self.say(path, &format!("write an object with {}, in curly brackets", listed(known)));
            return None;
        };
        if keys.keys().any(|key| !known.contains(&key.as_str())) {
            self.say(path, &format!("there is a key that is not known here; known are {}", listed(known)));
        }
        Some(keys)
    }

    fn text(&mut self, keys: &Map<String, Value>, path: &str, key: &str, most: usize) -> Option<String> {
        let path = if path == "." { key.to_owned() } else { format!("{path}.{key}") };
        let text = keys.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default();
        if text.is_empty() {
            self.say(&path, "this must not be left out: write it as text, in quotation marks");
            return None;
        }
        if text.chars().count() > most || text.contains(char::is_control) {
            self.say(&path, &format!("write one line of at most {most} characters"));
            return None;
        }
        Some(text.into())
    }

    fn record(&mut self, value: Option<&Value>, path: &str) -> Option<RecordName> {
        let text = plain(value);
        let is_receipt = text.len() == RECEIPT && text.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_digest = text.len() == DIGEST && text.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_receipt && !is_digest {
            self.say(path, "write the receipt code of a record, or its file's `sha256`, as in the ledger");
            return None;
        }
        Some(RecordName(if is_digest { text.to_ascii_lowercase() } else { text }))
    }

    fn participant(&mut self, value: Option<&Value>, path: &str) -> Option<String> {
        let Ok((code, _)) = examine::participant(&plain(value)) else {
            self.say(path, "write a participant code, in quotation marks");
            return None;
        };
        Some(code)
    }

    fn code(&mut self, value: Option<&Value>, path: &str) -> Option<Reason> {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        let Some(reason) = Reason::ALL.iter().find(|reason| reason.code() == text) else {
            self.say(path, "write a code as in the ledger, such as \"outside_window\"");
            return None;
        };
        match reason {
            Reason::Conflict => self.say(path, "say with `prefer` which of the records counts"),
            reason if reason.outcome() != Outcome::Attention => {
                self.say(path, "only what needs attention can be accepted");
            }
            _ => return Some(*reason),
        }
        None
    }

    /// A withdrawn person's code must not live on in the words that `decisions.csv` repeats.
    fn no_code_of_the_withdrawn(&mut self, decisions: &Decisions) {
        let gone: Vec<&str> =
            decisions.list.iter().filter_map(|decision| withdrawn(&decision.what)).collect();
        for (at, decision) in decisions.list.iter().enumerate() {
            for (key, text) in [("who", &decision.who), ("reason", &decision.reason)] {
                let text = text.to_ascii_uppercase();
                let held = |code: &&str| text.contains(*code) || text.contains(&in_threes(code));
                if gone.iter().any(held) {
                    let message =
                        "leave out the code of a person who has withdrawn: decisions.csv repeats these words";
                    self.say(&format!("decisions[{at}].{key}"), message);
                }
            }
        }
    }
}

fn withdrawn(what: &What) -> Option<&str> {
    match what {
        What::Withdraw { participant } => Some(participant),
        _ => None,
    }
}

/// A code as people read it, `K7M 4Q7`.
fn in_threes(code: &str) -> String {
    let groups: Vec<&str> =
        code.as_bytes().chunks(3).filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// A code or hash in capitals, without what people put between its groups.
fn plain(value: Option<&Value>) -> String {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_ascii_uppercase()
}

fn listed(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}
