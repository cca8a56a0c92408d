//! The REDCap files against REDCap's rules, read again from the files alone: names, forms, types, choices, validations,
//! missing codes, events; and every cell of the import against the field that it goes into.

mod results;

use std::collections::{BTreeMap, BTreeSet};

use export::{Exported, Format};
use results::{exported, text};

/// As they stand in REDCap's own dictionaries.
const HEADERS: &str = "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,\"Choices, Calculations, OR \
                       Slider Labels\",Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text \
                       Validation Max,Identifier?,Branching Logic (Show field only if...),Required Field?,Custom \
                       Alignment,Question Number (surveys only),Matrix Group Name,Matrix Ranking?,Field Annotation";

struct Rules {
    fields: BTreeMap<String, Field>,
    first: String,
    missing: BTreeSet<String>,
    events: BTreeMap<String, BTreeSet<String>>,
}

struct Field {
    form: String,
    kind: String,
    choices: BTreeSet<String>,
    validation: String,
}

fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    assert!(!text.starts_with('\u{feff}'), "REDCap takes a byte order mark for a part of the first name");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let row = |row: csv::StringRecord| names.iter().map(Into::into).zip(row.iter().map(Into::into)).collect();
    reader.records().map(|record| row(record.expect("as wide as the header"))).collect()
}

fn legal(name: &str) -> bool {
    let letters = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    letters
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= 26
        && !name.contains("__")
        && !name.ends_with('_')
        && !name.starts_with("redcap_")
}

/// Reads the dictionary and what belongs to it, and finds every breach of REDCap's rules.
fn rules(made: &Exported) -> Result<Rules, String> {
    let dictionary = text(made, "dictionary.csv");
    if dictionary.lines().next() != Some(HEADERS) {
        return Err("the header is not REDCap's".into());
    }
    let rows = table(&dictionary);
    let (mut fields, mut forms) = (BTreeMap::new(), Vec::<String>::new());
    for row in &rows {
        let (name, form) = (row["Variable / Field Name"].clone(), row["Form Name"].clone());
        if !legal(&name) || !legal(&form) {
            return Err(format!("a name is not legal: {name} of {form}"));
        }
        if forms.last() != Some(&form) {
            if forms.contains(&form) {
                return Err(format!("the fields of {form} do not stand together"));
            }
            forms.push(form.clone());
        }
        let choices = row["Choices, Calculations, OR Slider Labels"].clone();
        let kind = row["Field Type"].clone();
        let validation = row["Text Validation Type OR Show Slider Number"].clone();
        let allowed = ["", "integer", "number", "datetime_seconds_ymd"];
        let fits = match kind.as_str() {
            "text" => choices.is_empty() && allowed.contains(&validation.as_str()),
            "notes" => choices.is_empty() && validation.is_empty(),
            "radio" => !choices.is_empty() && validation.is_empty(),
            _ => false,
        };
        if !fits || row["Field Label"].trim().is_empty() {
            return Err(format!("{name}: type, choices, validation or label"));
        }
        let mut codes = BTreeSet::new();
        for choice in choices.split('|').filter(|_| !choices.is_empty()) {
            let (code, label) = choice.split_once(',').ok_or(format!("{name}: a choice without a label"))?;
            let bare = code.trim().trim_start_matches('-');
            let plain = bare.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !bare.is_empty();
            if !plain || label.trim().is_empty() || !codes.insert(code.trim().to_owned()) {
                return Err(format!("{name}: the choice {code}"));
            }
        }
        let field = Field { form, kind, choices: codes, validation };
        if fields.insert(name.clone(), field).is_some() {
            return Err(format!("{name} stands twice"));
        }
    }
    let missing = text(made, "missing_data_codes.txt");
    let missing =
        missing.lines().map(|line| line.split_once(", ").expect("code, label").0.to_owned()).collect();
    let mut events: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in table(&text(made, "event_forms.csv")) {
        if !forms.contains(&row["form"]) || row["arm_num"] != "1" {
            return Err(format!("a form that is not there: {}", row["form"]));
        }
        events.entry(row["unique_event_name"].clone()).or_default().insert(row["form"].clone());
    }
    let labels: Vec<String> =
        table(&text(made, "events.csv")).iter().map(|row| row["event_name"].clone()).collect();
    if events.keys().any(|event| !labels.iter().any(|label| *event == format!("{label}_arm_1"))) {
        return Err("an event that is not there".into());
    }
    let first = rows.first().ok_or("no field")?["Variable / Field Name"].clone();
    Ok(Rules { fields, first, missing, events })
}

/// Every cell of the import that REDCap would refuse.
fn refused(rules: &Rules, import: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let names: Vec<&str> = import.lines().next().expect("a header").split(',').collect();
    if names[0] != rules.first || names[1] != "redcap_event_name" {
        wrong.push("the record's id and the event do not come first".into());
    }
    let mut seen = BTreeSet::new();
    for row in table(import) {
        let event = &row["redcap_event_name"];
        if !seen.insert((row[&rules.first].clone(), event.clone())) || row[&rules.first].is_empty() {
            wrong.push("a record stands twice".into());
        }
        let Some(forms) = rules.events.get(event) else {
            wrong.push(format!("the event {event}"));
            continue;
        };
        for (name, cell) in row.iter().filter(|(_, cell)| !cell.is_empty()) {
            let fine = if name == "redcap_event_name" || *name == rules.first {
                true
            } else if let Some(field) = rules.fields.get(name) {
                forms.contains(&field.form) && (rules.missing.contains(cell) || takes(field, cell))
            } else {
                let form = name.strip_suffix("_complete");
                form.is_some_and(|form| forms.contains(form)) && ["0", "1", "2"].contains(&cell.as_str())
            };
            if !fine {
                wrong.push(format!("{name} at {event}"));
            }
        }
    }
    wrong
}

fn takes(field: &Field, cell: &str) -> bool {
    let shape = |form: &str| {
        cell.len() == form.len()
            && cell
                .bytes()
                .zip(form.bytes())
                .all(|(b, f)| if f == b'0' { b.is_ascii_digit() } else { b == f })
    };
    match (field.kind.as_str(), field.validation.as_str()) {
        ("radio", _) => field.choices.contains(cell),
        (_, "integer") => cell.parse::<i64>().is_ok(),
        (_, "number") => cell.parse::<f64>().is_ok(),
        (_, "datetime_seconds_ymd") => shape("0000-00-00 00:00:00"),
        _ => true,
    }
}

#[test]
fn redcap_takes_dictionary_events_and_import() {
    let made = exported(Format::Redcap);
    let rules = rules(&made).expect("legal");
    assert_eq!(refused(&rules, &text(&made, "import.csv")), Vec::<String>::new());
    assert_eq!(rules.missing, ["-97", "-98", "-99"].map(str::to_owned).into());
    assert_eq!(rules.first, "participant");
    let rows = table(&text(&made, "import.csv"));
    assert!(rows.iter().any(|row| row.values().any(|cell| cell == "-99")), "the sample has missing answers");
    // Cat has two different baselines, and neither is chosen.
    assert!(rows.iter().all(
        |row| !(row["participant"].starts_with("3CATC") && row["redcap_event_name"] == "baseline_arm_1")
    ));
    assert!(made.notes.iter().any(|note| note.0.starts_with("2 rows are left out")), "{:?}", made.notes);
}

#[test]
fn the_rules_find_what_redcap_would_refuse() {
    let made = exported(Format::Redcap);
    let rules_of = |from: &str, to: &str| {
        let mut damaged = made.clone();
        let file = damaged.files.iter_mut().find(|file| file.path == "dictionary.csv").expect("there");
        let old = String::from_utf8(file.bytes.clone()).expect("UTF-8");
        assert!(old.contains(from), "{from}");
        file.bytes = old.replacen(from, to, 1).into_bytes();
        rules(&damaged)
    };
    for (from, to) in [
        ("Field Note", "Field Notes"),
        ("\r\ntrust_1,", "\r\nTrust_1,"),
        ("\r\ntrust_1,", "\r\ntrust__1,"),
        (",radio,", ",slider,"),
        ("datetime_seconds_ymd", "datetime_iso"),
    ] {
        assert!(rules_of(from, to).is_err(), "{from} as {to}");
    }
    let good = rules(&made).expect("legal");
    let import = text(&made, "import.csv");
    for (from, to) in [("baseline_arm_1", "base_arm_1"), (" 10:00:00", "T10:00:00Z"), (",-99,", ",-96,")] {
        assert!(import.contains(from), "{from}");
        assert!(!refused(&good, &import.replacen(from, to, 1)).is_empty(), "{from} as {to}");
    }
}
