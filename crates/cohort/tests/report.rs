//! The report, its plots, the page for the public, and the list for the team, of the sample study.

mod plain_words;
mod sample_study;

use std::collections::BTreeSet;

use cohort::analysis::{
    About, Analysis, Difference, Modes, Row, chart,
    chart::{Chart, Mark, Place},
    differences, different_modes, plain_summary, plots, report,
};
use engine::catalogue::{Catalogue, built_in};
use plain_words::{holds_no_small_count, reading_grade, words_of};
use sample_study::{definitions, demo, joined, sample};

fn of_demo(catalogue: &Catalogue) -> (Analysis, Vec<Row>) {
    let definitions = definitions(catalogue);
    let rows = demo(&definitions);
    (Analysis::of(&sample(&definitions, rows.clone())), rows)
}

fn nobody(catalogue: &Catalogue) -> Analysis {
    Analysis::of(&sample(&definitions(catalogue), Vec::new()))
}

#[test]
fn the_report_holds_every_scale_and_no_person() {
    let catalogue = built_in();
    let (analysis, rows) = of_demo(&catalogue);
    let html = report(&analysis, &About::new("Link & work <b>"));
    assert!(html.contains("<h1>Change over time: Link &amp; work &lt;b&gt;</h1>"));
    for scale in &analysis.scales {
        assert!(html.contains(&format!("<h2>{}</h2>", scale.title)), "{}", scale.scale);
    }
    assert!(html.contains("On average the score changed by +3.84 points (95 % interval +2.48 to +5.19;"));
    assert!(
        html.contains("Of 6 scores compared, 4: better on average; 2: no clear change."),
        "{}",
        &html[6000..7000]
    );
    // Overview, flow, missing; slopes, changes, groups and waves of each scale.
    assert_eq!(html.matches("<svg").count(), 3 + 4 * analysis.scales.len());
    assert_eq!(html.matches("<svg").count(), html.matches("<desc>").count());
    assert_eq!(html.matches("<table>").count(), html.matches("</table>").count());
    for row in &rows {
        assert!(!html.contains(&row.participant));
    }
    for word in ["NaN", "inf<", "<script", "http-equiv", "because", "due to", "caused", "style="] {
        assert!(!html.contains(word), "{word}");
    }
    // Nothing to say is no reason to fail.
    assert!(report(&nobody(&catalogue), &About::new("")).contains("People</h2>"));
}

fn charts(analysis: &Analysis) -> Vec<Chart> {
    let mut all = vec![chart::overview(analysis), chart::flow(analysis), chart::missing(analysis)];
    for scale in &analysis.scales {
        all.push(chart::of_waves(scale));
        for change in &scale.changes {
            let of_change =
                [chart::slopes(scale, change), chart::of_change(scale, change), chart::forest(scale, change)];
            all.extend(of_change);
        }
    }
    all.push(analysis.contacts.as_ref().and_then(chart::of_contacts));
    all.into_iter().flatten().collect()
}

#[test]
fn plots_stay_within_their_edges_and_hold_no_markup() {
    let catalogue = built_in();
    let (mut analysis, _) = of_demo(&catalogue);
    analysis.contacts = Some(joined(&catalogue, usize::MAX));
    let all = charts(&analysis);
    assert_eq!(all.len(), 4 + 4 * analysis.scales.len());
    for chart in &all {
        assert!(!chart.title.is_empty() && !chart.description.is_empty());
        let inside = |place: &Place| {
            let tenth = |value: f64| (value * 10.0 - (value * 10.0).round()).abs() < 1e-6;
            let fits = (0.0..=chart.width).contains(&place.x) && (0.0..=chart.height).contains(&place.y);
            assert!(fits && tenth(place.x) && tenth(place.y), "{}: {place:?}", chart.title);
        };
        for mark in &chart.marks {
            match mark {
                Mark::Line { from, to, .. } => [from, to].into_iter().for_each(inside),
                Mark::Dot { at, .. } | Mark::Diamond { at, .. } => inside(at),
                Mark::Bar { corner, width, height, .. } => {
                    inside(corner);
                    assert!(*width >= 0.0 && *height >= 0.0, "{}", chart.title);
                }
                Mark::Words { at, text, .. } => {
                    inside(at);
                    assert!(!text.contains(['<', '&', '\n']), "{text}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(charts(&nobody(&catalogue)).len() <= 1);
    let files = plots(&analysis);
    let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!((files.len(), names.len()), (all.len(), all.len()));
    assert!(names.contains("gse10_sum_followup_slopes.svg"), "{names:?}");
    for file in &files {
        assert!(file.svg.starts_with("<svg ") && file.svg.contains("<style>"), "{}", file.name);
    }
}

#[test]
fn no_bar_or_line_is_of_fewer_than_five_people() {
    let catalogue = built_in();
    let (all, rows) = of_demo(&catalogue);
    let definitions = definitions(&catalogue);
    let people: BTreeSet<&str> = rows.iter().map(|row| row.participant.as_str()).collect();
    // As few people as there may be, too: their plots are gone, and nothing fails.
    let first: BTreeSet<&str> = people.into_iter().take(7).collect();
    let few: Vec<Row> = rows.iter().filter(|row| first.contains(row.participant.as_str())).cloned().collect();
    let few = Analysis::of(&sample(&definitions, few));
    for analysis in [&all, &few] {
        for scale in &analysis.scales {
            let changes = scale.changes.iter().flat_map(|change| &change.bins);
            assert!(scale.waves.iter().flat_map(|wave| &wave.bins).chain(changes).all(|bin| bin.n >= 5));
            assert!(scale.changes.iter().flat_map(|change| &change.bundles).all(|bundle| bundle.n >= 5));
        }
        assert!(analysis.mixes.iter().all(|mix| mix.people.is_none_or(|people| people == 0 || people >= 5)));
    }
    assert!(all.scales.iter().all(|scale| scale.changes[0].bundles.len() >= 7));
    assert!(few.scales.iter().all(|scale| chart::of_waves(scale).is_none()));
    assert!(!report(&few, &About::new("Few")).contains("class=\"bundle\""));
    holds_no_small_count(&words_of(&plain_summary(&few, "Few")));
}

#[test]
fn a_report_says_what_it_was_made_from_and_is_compared() {
    let catalogue = built_in();
    let (analysis, _) = of_demo(&catalogue);
    let mut about = About::new("Tom & \"Jo\"");
    about.by = vec!["ucla_1".into()];
    about.add_input("responses_wide.csv", b"participant");
    let html = report(&analysis, &about);
    assert_eq!(About::of_report(&html), Some(about.clone()));
    assert_eq!(About::of_report("<html></html>"), None);
    assert!(differences(&html, &html).is_empty());

    let said = |about: &About, analysis: &Analysis| -> Vec<String> {
        differences(&html, &report(analysis, about)).iter().map(Difference::to_string).collect()
    };
    let mut other = About::new("Another");
    other.linkwell = "9.9.9".into();
    other.by.clone_from(&about.by);
    other.add_input("contacts.csv", b"");
    let all = said(&other, &analysis).join("\n");
    for part in
        ["by Linkwell 0", "9.9.9", "title", "made with responses_wide.csv", "made without contacts.csv"]
    {
        assert!(all.contains(part), "{part}: {all}");
    }
    // Everything that is shown is the same, so no line is named.
    assert!(!all.contains("line"), "{all}");
    let mut changed = analysis.clone();
    changed.scales[4].changes[0].pairs += 1;
    let lines = said(&about, &changed);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("is another"), "{lines:?}");
    let tampered = html.replace("+3.84", "+9.84");
    let found = differences(&tampered, &html);
    assert!(matches!(&found[..], [Difference::Line { line, .. }] if *line > 10), "{found:?}");
    let at_end = differences(&format!("{html} "), &html);
    assert_eq!(at_end.len(), 1);
}

#[test]
fn those_who_answered_in_different_ways_are_on_a_list_of_their_own() {
    let catalogue = built_in();
    let definitions = definitions(&catalogue);
    let mut rows = demo(&definitions);
    rows.truncate(0);
    let modes = |help: &str, layout: Option<&str>| Modes {
        help: Some(help.into()),
        layout: layout.map(Into::into),
        language: Some("en".into()),
        source: Some("screen".into()),
    };
    let mut add = |participant: &str, wave, modes| {
        rows.push(Row {
            participant: participant.into(),
            wave,
            site: None,
            link_worker: None,
            modes,
            settled: true,
            codes: definitions.iter().map(|definition| Some(vec![1; definition.items.len()])).collect(),
        });
    };
    for (participant, first, second) in [("AAA", "myself", "myself"), ("BBB", "myself", "read_to_me")] {
        add(participant, 0, modes(first, Some("wide")));
        // That the second layout is not known is no difference.
        add(participant, 1, modes(second, None));
    }
    let text = String::from_utf8(different_modes(&sample(&definitions, rows)).bytes).expect("UTF-8");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert_eq!(lines[1], "BBB,followup,help,myself,read_to_me,wide,,en,en,screen,screen");
}

#[test]
fn the_page_for_the_public_can_be_read_by_a_child() {
    let catalogue = built_in();
    let (analysis, rows) = of_demo(&catalogue);
    let html = plain_summary(&analysis, "Link & work");
    let text = words_of(&html);
    let grade = reading_grade(&text);
    // What a child of nine to eleven reads without effort, and no sentence is long.
    assert!(grade < 5.0, "grade {grade}: {text}");
    let longest = text.split(['.', '!', '?']).map(|sentence| sentence.split_whitespace().count()).max();
    assert!(longest.is_some_and(|words| words <= 20), "{longest:?}: {text}");
    assert!(html.contains("<p class=\"study\">Link &amp; work</p>"));
    assert!(
        html.contains("61 people filled in") && html.contains("41 people filled them in both times"),
        "{text}"
    );
    assert!(!text.contains('%') && text.contains("of 41 people"), "{text}");
    holds_no_small_count(&text);
    for row in &rows {
        assert!(!html.contains(&row.participant));
    }
    for word in ["because", "thanks to", "helped", "caused", "significant", "interval", "<script", "style="] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(plain_summary(&nobody(&catalogue), "").contains("Too few people"));
}
