//! A right file, changed in one place: what the check must say of it.

use engine::problem::Problem;
use serde_json::Value;

/// One change of a file: where, as a JSON pointer, and what stands there now as JSON text; `""` takes the key out,
/// and a pointer that ends in `/-` adds to a list.
pub type Edit<'a> = (&'a str, &'a str);

/// What the check must say, all of it: paths, each with a word of the sentence.
pub type Told<'a> = &'a [(&'a str, &'a str)];

/// `json` with the edits made.
pub fn edited(json: &str, edits: &[Edit<'_>]) -> String {
    let mut file: Value = serde_json::from_str(json).expect("the unchanged file is JSON");
    for (pointer, text) in edits {
        edit(&mut file, pointer, text);
    }
    serde_json::to_string(&file).expect("JSON")
}

fn edit(file: &mut Value, pointer: &str, text: &str) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    let parent = file.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
    let value = (!text.is_empty()).then(|| serde_json::from_str(text).expect("the new value is JSON"));
    match (parent, value) {
        (Value::Object(object), Some(value)) => drop(object.insert(key.into(), value)),
        (Value::Object(object), None) => drop(object.remove(key).expect("a key to take out")),
        (Value::Array(list), Some(value)) if key == "-" => list.push(value),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().expect("a position")] = value,
        (Value::Array(list), None) => drop(list.remove(key.parse().expect("a position"))),
        (other, _) => panic!("{other} holds nothing"),
    }
}

/// Fails unless the problems are exactly those that must be told.
pub fn assert_told(edits: &[Edit<'_>], problems: &[Problem], told: Told<'_>) {
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), told.len(), "{edits:?} gave {list:#?}");
    for (problem, (path, word)) in problems.iter().zip(told) {
        assert_eq!(problem.path, *path, "{edits:?} gave {list:#?}");
        assert!(problem.message.contains(word), "{edits:?}: `{word}` is not in {list:#?}");
        assert!(problem.message.chars().next().is_some_and(|c| !c.is_uppercase()), "{list:#?}");
    }
}
