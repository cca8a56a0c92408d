//! Near-miss codes: each kind is offered with its reason and the decision that joins it, unlike ones never.

mod made_up;

use cohort::{Cohort, Decisions, Examined};
use engine::study::Offer;
use made_up::{baseline, cell, code, file, followup, of, offer, rows};

/// A baseline under the code of `3ANNA`, and a follow-up under the code that `mistype` makes of it.
fn rows_for(mistype: impl Fn(&str) -> String) -> Vec<Vec<(String, String)>> {
    let offer = offer();
    let inputs = with_follow_up(&offer, &mistype(code("3ANNA").as_str()));
    rows(&file(&Cohort::link(inputs, &offer), &offer, "near_misses.csv"))
}

fn with_follow_up(offer: &Offer, written: &str) -> Vec<Examined> {
    let right = code("3ANNA");
    let mut later = followup(offer, &right);
    later.participant = written.into();
    vec![of(offer, "a", &baseline(offer, &right)), of(offer, "b", &later)]
}

fn swapped(code: &str, at: usize) -> String {
    let mut characters: Vec<char> = code.chars().collect();
    characters.swap(at, at + 1);
    characters.into_iter().collect()
}

#[test]
fn each_kind_of_slip_is_offered_with_its_reason() {
    let right = code("3ANNA");
    for (mistype, kind) in [
        (&(|code: &str| code.replacen('3', "8", 1)) as &dyn Fn(&str) -> String, "look_alike"),
        (&|code: &str| code.replacen('3', "9", 1), "one_character"),
        (&|code: &str| swapped(code, 0), "swapped"),
        (&|code: &str| code[1..].into(), "left_out"),
        (&|code: &str| format!("9{code}"), "left_out"),
    ] {
        let found = rows_for(mistype);
        assert_eq!(found.len(), 1, "{kind}");
        let row = &found[0];
        assert_eq!((cell(row, "participant"), cell(row, "code")), (right.as_str(), kind));
        assert_eq!(cell(row, "other"), mistype(right.as_str()));
        assert_eq!((cell(row, "waves"), cell(row, "other_waves")), ("baseline", "followup"));
        assert_eq!((cell(row, "check_fits"), cell(row, "other_check_fits")), ("1", "0"));
        assert!(cell(row, "reason").ends_with('.'));
    }
}

#[test]
fn nothing_is_joined_until_the_decision_is_filled_in() {
    let offer = offer();
    let mistyped = swapped(code("3ANNA").as_str(), 1);
    let cohort = Cohort::link(with_follow_up(&offer, &mistyped), &offer);
    let near = rows(&file(&cohort, &offer, "near_misses.csv"));
    assert_eq!(cohort.ledger()[1].participant.as_deref(), Some(mistyped.as_str()));
    let wrap = |entry: &str| format!(r#"{{"format": 1, "study": "made-up", "decisions": [{entry}]}}"#);
    let entry = cell(&near[0], "decision");
    Decisions::read(&wrap(entry)).expect_err("day, name and reason are missing");
    let filled = entry
        .replace(r#""date": """#, r#""date": "2026-11-22""#)
        .replace(r#""who": """#, r#""who": "R. Jones""#)
        .replace(r#""reason": """#, r#""reason": "The letter has the other code""#);
    let decisions = Decisions::read(&wrap(&filled)).expect("a decision");
    let mut inputs = with_follow_up(&offer, &mistyped);
    let listed = [code("3ANNA").as_str().to_owned()].into();
    inputs.iter_mut().for_each(|examined| examined.compare_with_list(&listed));
    let open = Cohort::link(inputs.clone(), &offer);
    assert_eq!((open.counts().accepted, open.counts().attention), (1, 1), "one code is on the list");
    let cohort = Cohort::decide(inputs, &offer, &decisions).expect("right");
    assert_eq!(cohort.counts().accepted, 2, "whoever is joined to somebody on the list is known");
    assert!(rows(&file(&cohort, &offer, "near_misses.csv")).is_empty());
}

#[test]
fn unlike_codes_and_complete_persons_are_not_offered() {
    for mistype in [
        (&|_: &str| code("7XY4Q").as_str().to_owned()) as &dyn Fn(&str) -> String,
        &|code: &str| format!("99{}", &code[2..]),
        &|code: &str| code[2..].into(),
        &|code: &str| code.into(),
    ] {
        assert_eq!(rows_for(mistype), Vec::<Vec<(String, String)>>::new());
    }
    // Two codes that are alike, but both fit and both have begun: two persons.
    let offer = offer();
    let (one, other) = alike_and_right();
    let inputs = vec![of(&offer, "a", &baseline(&offer, &one)), of(&offer, "b", &baseline(&offer, &other))];
    let near = |inputs| rows(&file(&Cohort::link(inputs, &offer), &offer, "near_misses.csv"));
    assert!(near(inputs).is_empty());
    // Without a baseline, the second may be the first one's; it is offered, the one that has begun first.
    let inputs = vec![of(&offer, "a", &baseline(&offer, &other)), of(&offer, "b", &followup(&offer, &one))];
    let found = near(inputs);
    assert_eq!((cell(&found[0], "participant"), cell(&found[0], "other")), (other.as_str(), one.as_str()));
    // Where neither has a baseline, it is not clear which is right, and no decision is written for anybody.
    let inputs = vec![of(&offer, "a", &followup(&offer, &other)), of(&offer, "b", &followup(&offer, &one))];
    assert_eq!(cell(&near(inputs)[0], "decision"), "");
}

/// Two codes of which one has a character more, and whose check characters both fit.
fn alike_and_right() -> (engine::participant::ParticipantCode, engine::participant::ParticipantCode) {
    let short = code("3ANN");
    let longer = engine::participant::ALPHABET.chars().find_map(|extra| {
        (0..5).find_map(|at| {
            let mut payload = short.as_str()[..4].to_owned();
            payload.insert(at.min(4), extra);
            let longer = code(&payload);
            longer.as_str().ends_with(&short.as_str()[4..]).then_some(longer)
        })
    });
    (short, longer.expect("one in 31 characters keeps the check character"))
}
