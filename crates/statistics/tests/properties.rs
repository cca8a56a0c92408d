//! What holds for any numbers: order does not matter, not even in the last bit; units and origins do what they must;
//! nothing is ever NaN; few people get a reason, not a number.

use proptest::prelude::*;
use statistics::{
    Level, Pairs, Refusal,
    aggregate::{Cells, bins, bundles},
    attrition::{Tipping, beside, last_carried_forward, tipping_point},
    bootstrap::bca,
    caution::{Caution, cautions},
    describe::{Ends, bands, describe, missing_by_item},
    effect::effect_sizes,
    groups::{LEAST, Shown, by_group, hidden, intraclass},
    person::{Better, Rule, Verdicts, regression_to_the_mean},
    proportion::Share,
    rate::{Period, rate_ratio},
    refusal::Counted,
    reliability::{Items, alpha, omega},
    wilcoxon::signed_rank,
};

const LEVEL: Level = Level::NINETY_FIVE;

/// Scores as instruments make them: whole, or with decimals.
fn score() -> impl Strategy<Value = f64> {
    prop_oneof![(0..41_i32).prop_map(f64::from), (700..3500_i32).prop_map(|score| f64::from(score) / 100.0)]
}

fn pairs(sizes: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((score(), score()), sizes)
}

/// Everything that is computed from pairs, as text: two of them are equal where every bit is.
fn everything(pairs: &Pairs) -> String {
    let rule = Rule::reliable_change(5.32, 0.86).expect("a rule");
    format!(
        "{:?}",
        (
            pairs.mean_change(LEVEL),
            effect_sizes(pairs),
            signed_rank(pairs),
            bca(pairs, 200, 7, LEVEL),
            Verdicts::of(pairs, &rule, Better::Higher, LEVEL),
            regression_to_the_mean(pairs),
            last_carried_forward(pairs, 9, LEVEL),
            tipping_point(pairs, 9, LEVEL),
        )
    )
}

fn made(pairs: &[(f64, f64)]) -> Pairs {
    Pairs::new(pairs.iter().copied()).expect("numbers")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_order_gives_the_same_bits(
        (first, second) in pairs(0..40).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(everything(&made(&first)), everything(&made(&second)));
        let scores = |pairs: &[(f64, f64)]| pairs.iter().map(|(score, _)| Some(*score)).collect::<Vec<_>>();
        prop_assert_eq!(describe(&scores(&first)), describe(&scores(&second)));
    }

    #[test]
    fn nothing_is_ever_not_a_number(all in pairs(0..12)) {
        let text = everything(&made(&all));
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
    }

    #[test]
    fn turning_the_scale_round_turns_the_result_round(all in pairs(3..30)) {
        let turned: Vec<_> = all.iter().map(|(before, after)| (-before, -after)).collect();
        let (ours, turned) = (made(&all), made(&turned));
        match (ours.mean_change(LEVEL), turned.mean_change(LEVEL)) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!((a.mean, a.t, a.p), (-b.mean, -b.t, b.p));
                prop_assert_eq!((a.interval.low, a.interval.high), (-b.interval.high, -b.interval.low));
            }
            (a, b) => prop_assert_eq!(a, b),
        }
        if let (Ok(a), Ok(b)) = (signed_rank(&ours), signed_rank(&turned)) {
            prop_assert_eq!((a.rank_sum_up, a.p), (b.rank_sum_down, b.p));
        }
    }

    #[test]
    fn another_origin_changes_no_change(all in pairs(2..30), by in -50..50_i32) {
        let moved: Vec<_> = all.iter().map(|(a, b)| (a + f64::from(by), b + f64::from(by))).collect();
        let (ours, moved) = (made(&all), made(&moved));
        match (ours.mean_change(LEVEL), moved.mean_change(LEVEL)) {
            (Ok(a), Ok(b)) => {
                prop_assert!((a.mean - b.mean).abs() < 1e-9 && (a.p - b.p).abs() < 1e-9);
                prop_assert_eq!(signed_rank(&ours), signed_rank(&moved));
            }
            (a, b) => prop_assert_eq!(a, b),
        }
    }

    #[test]
    fn another_unit_changes_no_effect_size(all in pairs(3..30), exponent in -8..8_i32) {
        // A power of two, so that nothing is rounded and every bit must stay.
        let unit = f64::powi(2.0, exponent);
        let scaled: Vec<_> = all.iter().map(|(a, b)| (a * unit, b * unit)).collect();
        prop_assert_eq!(effect_sizes(&made(&all)), effect_sizes(&made(&scaled)));
        prop_assert_eq!(signed_rank(&made(&all)), signed_rank(&made(&scaled)));
    }

    #[test]
    fn hidden_groups_do_not_follow_from_the_total(counts in prop::collection::vec(0..12_usize, 0..9)) {
        let hides = hidden(&counts, LEAST);
        let of_hidden: Vec<usize> = counts.iter().zip(&hides).filter(|(_, hidden)| **hidden).map(|(n, _)| *n).collect();
        for (count, hidden) in counts.iter().zip(&hides) {
            prop_assert!(*hidden || *count == 0 || *count >= LEAST);
            prop_assert!(!*hidden || *count > 0);
        }
        let shown = counts.iter().zip(&hides).any(|(count, hidden)| *count > 0 && !hidden);
        if shown && !of_hidden.is_empty() {
            prop_assert!(of_hidden.len() >= 2 && of_hidden.iter().sum::<usize>() >= LEAST);
        }
    }

    #[test]
    fn nobody_stands_alone_in_bins_and_bundles(all in pairs(0..60), width in 0.5..9.0_f64, count in 1..20_usize) {
        let values: Vec<f64> = all.iter().map(|(before, _)| *before).collect();
        let made = bins(&values, Cells { first: 0.0, width, count }, 5).unwrap();
        prop_assert!(made.iter().all(|bin| bin.n >= 5 && bin.low < bin.high));
        prop_assert!(made.windows(2).all(|two| two[0].high == two[1].low));
        let people: usize = made.iter().map(|bin| bin.n).sum();
        prop_assert_eq!(people, if values.len() < 5 { 0 } else { values.len() });

        let bundled = bundles(&self::made(&all), 5, 12);
        prop_assert!(bundled.len() <= 12 && bundled.iter().all(|bundle| bundle.n >= 5));
        let people: usize = bundled.iter().map(|bundle| bundle.n).sum();
        prop_assert_eq!(people, if all.len() < 5 { 0 } else { all.len() });
        prop_assert!(bundled.windows(2).all(|two| two[0].after - two[0].before <= two[1].after - two[1].before + 1e-9));
        let backward: Vec<(f64, f64)> = all.iter().rev().copied().collect();
        prop_assert_eq!(bundled, bundles(&self::made(&backward), 5, 12));
    }

    #[test]
    fn items_in_any_order_and_unit(
        rows in prop::collection::vec(prop::collection::vec(1..5_i32, 4), 4..30),
        exponent in -3..4_i32,
    ) {
        let items = |unit: f64, turned: bool| {
            let row = |row: &Vec<i32>| {
                let mut row: Vec<_> = row.iter().map(|code| Some(f64::from(*code) * unit)).collect();
                if turned { row.reverse(); }
                row
            };
            Items::complete(&rows.iter().map(row).collect::<Vec<_>>()).unwrap()
        };
        let (plain, other) = (items(1.0, false), items(f64::powi(2.0, exponent), true));
        match (alpha(&plain, LEVEL), alpha(&other, LEVEL)) {
            (Ok(a), Ok(b)) => {
                prop_assert!(a.alpha <= 1.0 && a.alpha == b.alpha);
                prop_assert!(a.interval.holds(a.alpha));
                let text = format!("{a:?}");
                prop_assert!(!text.contains("NaN"));
            }
            (a, b) => prop_assert_eq!(a, b),
        }
        if let (Ok(a), Ok(b)) = (omega(&plain), omega(&other)) {
            prop_assert!((0.0..=1.0).contains(&a.omega));
            // Answers by chance have several factors that fit equally badly; those that belong together have one.
            if alpha(&plain, LEVEL).is_ok_and(|alpha| alpha.alpha > 0.6) {
                prop_assert!((a.omega - b.omega).abs() < 1e-4, "{} {}", a.omega, b.omega);
            }
        }
    }

    #[test]
    fn an_interval_of_a_share_holds_the_share(count in 0..50_usize, more in 0..50_usize) {
        prop_assume!(count + more > 0);
        let share = Share::new(count, count + more, LEVEL).unwrap();
        prop_assert!(share.interval.holds(share.share));
        prop_assert!(0.0 <= share.interval.low && share.interval.high <= 1.0);
    }
}

#[test]
fn nobody_one_two_and_all_alike() {
    let few = |have, need| Refusal::TooFew { of: Counted::Pairs, have, need };
    assert_eq!(made(&[]).mean_change(LEVEL), Err(few(0, 2)));
    assert_eq!(made(&[(1.0, 2.0)]).mean_change(LEVEL), Err(few(1, 2)));
    assert!(made(&[(1.0, 2.0), (1.0, 3.0)]).mean_change(LEVEL).is_ok());
    // 0.3 − 0.1 and 0.4 − 0.2 differ in floating point only.
    for alike in [made(&[(1.0, 2.0); 8]), made(&[(0.1, 0.3), (0.2, 0.4)])] {
        assert_eq!(alike.mean_change(LEVEL), Err(Refusal::NoVariance));
        assert_eq!(effect_sizes(&alike), Err(Refusal::NoVariance));
        assert_eq!(bca(&alike, 999, 1, LEVEL), Err(Refusal::NoVariance));
        assert_eq!(tipping_point(&alike, 3, LEVEL), Err(Refusal::NoVariance));
    }
    let unmoved = made(&[(4.0, 4.0); 3]);
    assert_eq!(signed_rank(&unmoved), Err(Refusal::TooFew { of: Counted::Changes, have: 0, need: 1 }));
    assert_eq!(regression_to_the_mean(&unmoved), Err(Refusal::NoVariance));
    let nobody = Refusal::TooFew { of: Counted::People, have: 0, need: 1 };
    assert_eq!(describe(&[None, None]), Err(nobody));
    assert_eq!(bands::<u8>([], LEVEL), Err(nobody));
    assert_eq!(describe(&[None, Some(4.0)]).map(|one| (one.n, one.missing, one.sd)), Ok((1, 1, None)));
    assert_eq!(describe(&[Some(0.1); 3]).map(|alike| alike.sd), Ok(Some(0.0)));
}

#[test]
fn what_is_not_a_number_is_refused() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e101] {
        assert_eq!(Pairs::new([(1.0, value)]), Err(Refusal::NotANumber));
        assert_eq!(describe(&[Some(value)]), Err(Refusal::NotANumber));
        assert_eq!(by_group(&[vec![value]], LEAST, LEVEL), Err(Refusal::NotANumber));
        assert_eq!(beside(&[1.0, value], &[1.0, 2.0]).err(), Some(Refusal::NotANumber));
        assert!(Level::new(value).is_err());
        assert!(Rule::threshold(value).is_err() || value == 1e101);
        assert!(Rule::reliable_change(5.0, value).is_err());
    }
    let pairs = made(&[(1.0, 2.0), (1.0, 4.0)]);
    assert_eq!(bca(&pairs, 99, 1, LEVEL), Err(Refusal::OutOfRange("resamples")));
    assert_eq!(missing_by_item(&[vec![None], vec![]]), Err(Refusal::Ragged));
    assert_eq!(Items::complete(&[vec![None], vec![]]).err(), Some(Refusal::Ragged));
    let large = made(&[(1e100, -1e100), (-1e100, 1e100), (3.0, 1e100)]);
    assert!(!everything(&large).contains("NaN") && !everything(&large).contains("inf"));
}

#[test]
fn items_that_do_not_belong_together() {
    let rows = |rows: &[[f64; 3]]| {
        Items::complete(&rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect::<Vec<_>>())
            .unwrap()
    };
    // Everybody has the same sum.
    let cancelling = rows(&[[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [3.0, 1.0, 2.0]]);
    assert_eq!(alpha(&cancelling, LEVEL), Err(Refusal::NoVariance));
    // Two items alike: a factor of their own, whose unique variance is 0.
    let heywood = rows(&[[1.0, 1.0, 2.0], [2.0, 2.0, 2.0], [3.0, 3.0, 3.0], [4.0, 4.0, 1.0]]);
    assert_eq!(omega(&heywood), Err(Refusal::NoFactor));
    // One item is answered alike by everybody: alpha can be had, its correlation cannot.
    let flat = rows(&[[1.0, 2.0, 5.0], [2.0, 2.0, 5.0], [3.0, 4.0, 5.0]]);
    let ours = alpha(&flat, LEVEL).unwrap();
    assert_eq!(ours.items[2].corrected_item_total, None);
    assert_eq!(ours.standardised, None);
    assert_eq!(omega(&flat), Err(Refusal::NoVariance));
    assert_eq!(missing_by_item(&[vec![None, Some(1.0)], vec![None, None]]), Ok(vec![2, 1]));
}

#[test]
fn ends_and_bands() {
    let ends = Ends::of(&[7.0, 7.0, 20.0, 35.0], 7.0, 35.0, LEVEL).unwrap();
    assert_eq!((ends.floor.count, ends.ceiling.count, ends.floor.of), (2, 1, 4));
    assert!(Ends::of(&[7.0], 7.0, 7.0, LEVEL).is_err());
    let bands = bands(["low", "high", "low"], LEVEL).unwrap();
    assert_eq!(
        bands.iter().map(|(band, share)| (*band, share.count)).collect::<Vec<_>>(),
        [("high", 1), ("low", 2)]
    );
}

#[test]
fn groups_and_rates_at_their_edges() {
    assert_eq!(intraclass(&[], LEVEL), Err(Refusal::TooFew { of: Counted::Groups, have: 0, need: 2 }));
    assert!(intraclass(&[vec![1.0], vec![2.0]], LEVEL).is_err());
    assert_eq!(intraclass(&[vec![1.0; 3], vec![2.0; 3]], LEVEL), Err(Refusal::NoVariance));
    assert_eq!(
        by_group(&[vec![1.0; 5]], LEAST, LEVEL).map(|groups| match groups[0] {
            Shown::Change(change) => (change.n, change.mean, change.interval),
            _ => panic!("five people are enough"),
        }),
        Ok((5, 1.0, None))
    );
    let year = |events| Period { events, time: 12.0 };
    assert_eq!(rate_ratio(&[(year(2), year(1)); 3], LEVEL), Err(Refusal::NoVariance));
    let none = rate_ratio(&[(year(2), year(0)); 3], LEVEL);
    assert_eq!(none, Err(Refusal::TooFew { of: Counted::Events, have: 0, need: 1 }));
    let never = Period { events: 1, time: 0.0 };
    assert_eq!(rate_ratio(&[(never, year(1)); 3], LEVEL), Err(Refusal::OutOfRange("time")));
}

#[test]
fn the_tipping_point_is_where_the_interval_reaches_zero() {
    let pairs = made(&[(20.0, 24.0), (22.0, 23.0), (18.0, 23.0), (25.0, 27.0), (21.0, 25.0)]);
    let Ok(Tipping::At { shift, mean_of_lost }) = tipping_point(&pairs, 3, LEVEL) else {
        panic!("a clear change")
    };
    let change = pairs.mean_change(LEVEL).unwrap();
    assert!(shift > 0.0 && (mean_of_lost - (change.mean - shift)).abs() < 1e-12);
    // The more are lost, the less it takes.
    let Ok(Tipping::At { shift: of_more, .. }) = tipping_point(&pairs, 9, LEVEL) else {
        panic!("a clear change")
    };
    assert!(of_more < shift);
}

#[test]
fn cautions_name_no_cause() {
    let pairs = made(&[(20.0, 24.0), (22.0, 23.0), (18.0, 23.0), (25.0, 27.0), (21.0, 25.0)]);
    let regression = regression_to_the_mean(&pairs).ok();
    let all = cautions(5, regression, Share::new(3, 8, LEVEL).ok());
    assert_eq!(all.len(), 4);
    let text: String = all.iter().map(Caution::sentence).collect();
    for cause in ["because", "due to", "effect of", "thanks to", "led to", "improved by", "helped", "%"] {
        assert!(!text.contains(cause), "{cause}: {text}");
    }
    assert!(text.contains("Only 5 people answered both times."));
    assert!(text.contains("3 of the 8 people with a first score have no second one"));
    assert_eq!(cautions(30, None, Share::new(1, 8, LEVEL).ok()), [Caution::NoComparison]);
}
