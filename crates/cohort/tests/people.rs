//! Every person by waves.

mod made_up;

use cohort::{
    Cohort,
    people::{People, Person, Timing},
};
use engine::record::{HelpMode, Record};
use made_up::{BASELINE_MS, DAY_MS, baseline, code, followup, of, offer};

fn persons(records: &[Record]) -> Vec<Person> {
    let offer = offer();
    let examined = records.iter().enumerate().map(|(at, record)| of(&offer, &at.to_string(), record));
    Cohort::link(examined.collect(), &offer).people(&offer).persons
}

#[test]
fn a_wave_is_planned_early_late_missing_or_not_known() {
    let offer = offer();
    let window = offer.study.waves[1].window.expect("a window");
    for (days, timing) in [
        (window.first_day - 1, Timing::Early),
        (window.first_day, Timing::Planned),
        (window.last_day, Timing::Planned),
        (window.last_day + 1, Timing::Late),
    ] {
        let mut second = followup(&offer, &code("3ANNA"));
        second.times.finished_ms = BASELINE_MS + i64::from(days) * DAY_MS;
        second.times.started_ms = second.times.finished_ms;
        let person = &persons(&[baseline(&offer, &code("3ANNA")), second.clone()])[0];
        assert_eq!(person.waves[0][0].timing, Timing::Baseline);
        assert_eq!((person.waves[1][0].timing, person.waves[1][0].days), (timing, Some(days.into())));
        let alone = &persons(&[second])[0];
        assert_eq!((alone.waves[1][0].timing, alone.waves[1][0].days), (Timing::Unknown, None));
        assert_eq!((alone.missing(), alone.attention()), (offer.study.waves.len() - 1, 1));
    }
}

#[test]
fn different_records_of_one_wave_stand_beside_each_other() {
    let offer = offer();
    let first = baseline(&offer, &code("3ANNA"));
    let mut second = first.clone();
    second.nonce = "0".repeat(32);
    let person = &persons(&[first, second])[0];
    assert_eq!((person.waves[0].len(), person.attention()), (2, 2));
    assert!(!person.ways_differ());
}

#[test]
fn persons_whose_waves_were_filled_in_in_different_ways_are_known() {
    let offer = offer();
    let mut second = followup(&offer, &code("3ANNA"));
    second.completion.help = Some(HelpMode::Interpreter);
    let people = persons(&[baseline(&offer, &code("3ANNA")), second, baseline(&offer, &code("3BENB"))]);
    assert_eq!(people.iter().map(Person::ways_differ).collect::<Vec<_>>(), [true, false]);
    assert_eq!(people[0].waves[1][0].way.help, "interpreter");
    assert!(people.iter().all(Person::code_fits));
    let ways = People { persons: people, withdrawn: 0 };
    let counts: Vec<_> = ways.ways().into_iter().map(|(way, counts)| (&*way.help, counts)).collect();
    assert_eq!(counts, [("interpreter", vec![0, 1]), ("myself", vec![2, 0])]);
}
