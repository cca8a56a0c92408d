//! An instrument that nobody wrote Rust for: two data files, scored by hand in the comments and by the engine.

use engine::{
    catalogue::Catalogue,
    instrument::Code,
    number::Number,
    scoring::{NotScored, Score, score},
};

/// The definition that `docs/adding-an-instrument.md` explains.
pub const DEFINITION: &str = include_str!("../data/kettle/instrument.json");
/// Its wording.
pub const WORDING: &str = include_str!("../data/kettle/wording.en.json");
/// The same in Arabic: another script, direction and numerals.
pub const ARABIC: &str = include_str!("../data/kettle/wording.ar.json");

/// The items in order: tea_1 to 4, wait_1 to 3, habit_1 and 2, whistle, hum, cups_today.
type Answers = [Option<Code>; 12];

fn scores(answers: Answers) -> Vec<Score> {
    let mut catalogue = Catalogue::new();
    let definition = catalogue.add_definition(DEFINITION).expect("a right definition").definition.clone();
    catalogue.add_wording(WORDING).expect("a right wording");
    score(&definition, |id| answers[definition.items.iter().position(|item| item.id == id)?])
}

/// One score as text: value, missing, `p` for prorated, band.
fn told(score: &Score) -> String {
    let value = match score.value {
        Ok(value) => value.to_string(),
        Err(why) => format!("{why:?}"),
    };
    let prorated = if score.prorated { " p" } else { "" };
    let band = score.band.as_deref().map(|band| format!(" {band}")).unwrap_or_default();
    format!("{} {value} {}{prorated}{band}", score.scale, score.n_missing)
}

fn assert_scores(answers: Answers, expected: [&str; 6]) {
    let told: Vec<String> = scores(answers).iter().map(told).collect();
    assert_eq!(told, expected, "{answers:?}");
}

const fn all(codes: [Code; 12]) -> Answers {
    let mut answers = [None; 12];
    let mut at = 0;
    while at < 12 {
        answers[at] = Some(codes[at]);
        at += 1;
    }
    answers
}

#[test]
fn a_full_form() {
    assert_scores(
        all([5, 1, 4, 2, 2, 1, 0, 3, 4, 7, 2, 1]),
        [
            // 5 + (6 - 1) + 4 + (6 - 2) = 18
            "kettle_warmth 18 0 hot",
            // wait_1 "yes" and wait_2 "more or less": 2
            "kettle_waiting 2 0 impatient",
            // 3 counts 1, 4 counts 2: 3, which the table makes 3.40
            "kettle_habit 3.4 0",
            // (2 * 7 + 2) / 3 = 5.333…
            "kettle_sound 5.3 0",
            "whistle 7 0 high",
            // (18 - 2 * 2) * 4.5 + 9 = 72
            "kettle_total 72 0",
        ],
    );
}

#[test]
fn the_lowest_and_the_highest() {
    assert_scores(
        all([1, 5, 1, 5, 2, 2, 2, 1, 2, 0, 0, 0]),
        [
            "kettle_warmth 4 0 cool",
            "kettle_waiting 3 0 impatient",
            "kettle_habit 0 0",
            "kettle_sound 0 0",
            "whistle 0 0 low",
            "kettle_total 0 0",
        ],
    );
    assert_scores(
        all([5, 1, 5, 1, 0, 0, 0, 4, 4, 10, 10, 3]),
        [
            "kettle_warmth 20 0 hot",
            "kettle_waiting 0 0 patient",
            "kettle_habit 5 0",
            "kettle_sound 10 0",
            "whistle 10 0 high",
            "kettle_total 99 0",
        ],
    );
}

#[test]
fn missing_answers_follow_each_scale_s_rule() {
    let mut answers = all([5, 1, 4, 2, 2, 1, 0, 3, 4, 7, 2, 1]);
    answers[0] = None;
    answers[9] = None;
    assert_scores(
        answers,
        [
            // (5 + 4 + 4) * 4 / 3 = 17.333…
            "kettle_warmth 17.333333333333 1 p hot",
            "kettle_waiting 2 0 impatient",
            "kettle_habit 3.4 0",
            // hum alone: 2
            "kettle_sound 2 1",
            "whistle TooManyMissing 1",
            // (17.333… - 4) * 4.5 + 9 = 69, and what it is made from was prorated
            "kettle_total 69 1 p",
        ],
    );
    answers[1] = None;
    answers[4] = None;
    answers[8] = None;
    answers[10] = None;
    assert_scores(
        answers,
        [
            "kettle_warmth TooManyMissing 2",
            "kettle_waiting TooManyMissing 1",
            "kettle_habit TooManyMissing 1",
            "kettle_sound TooManyMissing 2",
            "whistle TooManyMissing 1",
            "kettle_total TooManyMissing 3",
        ],
    );
}

#[test]
fn a_code_that_its_item_does_not_have_spoils_only_what_uses_it() {
    let mut answers = all([5, 1, 4, 2, 2, 1, 0, 3, 4, 7, 2, 1]);
    answers[2] = Some(6);
    answers[11] = Some(9);
    let scores = scores(answers);
    let why: Vec<Option<NotScored>> = scores.iter().map(|score| score.value.err()).collect();
    let outside = Some(NotScored::CodeOutside);
    assert_eq!(why, [outside, None, None, None, None, outside]);
    assert_eq!(scores[0].n_missing, 0, "an answer is there, though a wrong one");
}

#[test]
fn the_item_outside_any_scale_changes_no_score() {
    let mut answers = all([5, 1, 4, 2, 2, 1, 0, 3, 4, 7, 2, 1]);
    let with = scores(answers);
    answers[11] = None;
    assert_eq!(scores(answers), with);
}

#[test]
fn rounding_is_by_hand_halves_away_from_nought() {
    let mut answers = all([5, 1, 4, 2, 2, 1, 0, 3, 4, 0, 0, 1]);
    for (whistle, hum, sound) in [(1, 8, "3.3"), (0, 8, "2.7"), (5, 5, "5")] {
        answers[9] = Some(whistle);
        answers[10] = Some(hum);
        assert_eq!(scores(answers)[3].value.map(|value: Number| value.to_string()), Ok(sound.into()));
    }
}

#[test]
fn the_guide_shows_these_very_files() {
    let guide = include_str!("../../../../docs/adding-an-instrument.md");
    assert!(guide.contains(DEFINITION), "docs/adding-an-instrument.md shows another instrument.json");
    assert!(guide.contains(WORDING), "docs/adding-an-instrument.md shows another wording.en.json");
}
