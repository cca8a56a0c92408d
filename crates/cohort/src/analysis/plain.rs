//! A page for patients and the public: what people were asked, how many, and what changed, in short sentences and whole
//! people. Prints on one sheet of A4.
//!
//! Must never show a count of fewer than five people or one from which such a count follows, and never say why scores
//! changed.

use std::fmt::Write as _;

use statistics::groups::{LEAST, hidden};

use super::{
    Analysis, Change, Contacts, OfScale,
    chart::{Glance, glances},
    report::head,
};
use crate::paper::html::element;

const STYLES: &str = include_str!("plain.css");
/// More results than these do not fit on the sheet.
const MOST_RESULTS: usize = 8;

/// What a scale asks about, and what is said of those whose score got better or worse.
struct Words {
    about: &'static str,
    better: &'static str,
    worse: &'static str,
}

/// Of the scales that ship with Linkwell; others go by their title.
fn words(scale: &str) -> Option<Words> {
    let of = |about, better, worse| Some(Words { about, better, worse });
    match scale {
        "life_satisfaction" => of("How happy people are with their life", "felt happier", "felt less happy"),
        "worthwhile" => {
            of("If people feel that what they do is worth it", "felt this more", "felt this less")
        }
        "happy_yesterday" => of("How happy people felt the day before", "felt happier", "felt less happy"),
        "anxious_yesterday" => {
            of("How worried people felt the day before", "felt less worried", "felt more worried")
        }
        "gse10_sum" => of("How sure people are that they can cope", "felt more sure", "felt less sure"),
        "ucla3_sum" => of("How lonely people feel", "felt less lonely", "felt more lonely"),
        "semcd6_mean" => {
            of("How sure people are that they can live with an illness", "felt more sure", "felt less sure")
        }
        "who5_percentage" | "swemwbs_metric" | "wemwbs_sum" => {
            of("How well people feel", "felt better", "felt worse")
        }
        // The same answers again, counted in another way.
        "who5_raw" | "swemwbs_raw" => None,
        _ => of("", "did better", "did worse"),
    }
}

/// The page. `title` is the study's.
pub fn plain_summary(analysis: &Analysis, title: &str) -> String {
    let heading = "What we found out";
    let name = format!("{heading}: {title}");
    let parts = [
        head(&element("title", "", &name), "", STYLES),
        element("p", "study", title),
        element("h1", "", heading),
        asked(analysis),
        results(analysis),
        why(),
        "</body>\n</html>\n".to_owned(),
    ];
    parts.concat()
}

fn asked(analysis: &Analysis) -> String {
    let Some(first) = analysis.flow.first() else {
        return element("p", "", "No one has sent in answers yet.");
    };
    let mut text = format!("<h2>Who took part</h2>\n<p>{} filled in our questions.", people(first.people));
    let again = analysis.flow.iter().skip(1).map(|flow| flow.pairs).max();
    if let Some(again) = again {
        let _ = write!(
            text,
            " Later, we asked the same questions again. {} filled them in both times.",
            people(again)
        );
    }
    text.push_str(" Thank you to all of them!</p>\n");
    text
}

fn people(count: usize) -> String {
    match count {
        0 => "No one".into(),
        count if count < LEAST => format!("Fewer than {LEAST} people"),
        count => format!("{count} people"),
    }
}

fn results(analysis: &Analysis) -> String {
    // The last time that people were asked says most.
    let last = analysis.flow.last().map_or("", |flow| flow.wave.as_str());
    let of_contacts = analysis.contacts.as_ref().and_then(contacts);
    let found: Vec<String> = glances(analysis)
        .into_iter()
        .filter(|glance| glance.change.wave == last)
        .filter_map(|glance| result(glance.scale, glance.change, glance))
        .take(MOST_RESULTS - 2 * usize::from(of_contacts.is_some()))
        .chain(of_contacts.clone())
        .collect();
    if found.is_empty() {
        return element(
            "p",
            "",
            "Too few people have sent in their answers two times. We cannot say what changed.",
        );
    }
    format!("<h2>What changed</h2>\n<ul class=\"results\">\n{}</ul>\n", found.concat())
}

fn result(scale: &OfScale, change: &Change, glance: Glance<'_>) -> Option<String> {
    let words = words(&scale.scale)?;
    let verdicts = change.direction?;
    let counts = [verdicts.improved.count, verdicts.unchanged.count, verdicts.worse.count];
    if change.pairs < LEAST {
        return None;
    }
    let about = if words.about.is_empty() { scale.title.as_str() } else { words.about };
    let concealed = hidden(&counts, LEAST);
    let shown = std::array::from_fn(|at| (!concealed[at]).then_some(counts[at]));
    let all = change.pairs;
    let said = match counted(all, shown, [words.better, "felt the same", words.worse]) {
        Some(said) => said,
        None => format!("{all} people told us two times."),
    };
    let sure = match glance.verdict() {
        "better on average" => {
            format!("As a group, people {} the second time. We are quite sure of this.", words.better)
        }
        "worse on average" => {
            format!("As a group, people {} the second time. We are quite sure of this.", words.worse)
        }
        _ => "As a group, people may feel the same as before. We cannot be sure.".to_owned(),
    };
    Some(entry(about, &said, &sure, ""))
}

/// How many people did what; `None` where no count may be shown. Where one is hidden, one of the three is shown at most:
/// the other two together are many enough.
fn counted(all: usize, shown: [Option<usize>; 3], did: [&str; 3]) -> Option<String> {
    if let [Some(first), Some(same), Some(last)] = shown {
        return Some(format!(
            "{first} of {all} people {} than before. {same} {}. {last} {}.",
            did[0], did[1], did[2]
        ));
    }
    let at = shown.iter().position(|count| count.is_some_and(|count| count > 0))?;
    let than = if at == 1 { "as before" } else { "than before" };
    Some(format!("{} of {all} people {} {than}.", shown[at]?, did[at]))
}

/// Contacts with the practice; `None` where too few people have both periods.
fn contacts(contacts: &Contacts) -> Option<String> {
    let of = contacts.ratio.as_ref().ok()?;
    let did = ["did this less often", "did it as often", "did it more often"];
    let said =
        counted(of.n, contacts.own, did).unwrap_or_else(|| format!("We know this of {} people.", of.n));
    let sure = if of.interval.high < 1.0 {
        "As a group, people did this less often after they were sent to us. We are quite sure of this."
    } else if of.interval.low > 1.0 {
        "As a group, people did this more often after they were sent to us. We are quite sure of this."
    } else {
        "As a group, people may do this as often as before. We cannot be sure."
    };
    let caution = "People are often sent to us when they are at the doctor a lot. It can go down by itself.";
    Some(entry("How often people saw or called their doctor", &said, sure, caution))
}

/// One result: what it is about, who did what, how sure that is, what to keep in mind.
fn entry(about: &str, said: &str, sure: &str, caution: &str) -> String {
    let caution = if caution.is_empty() { String::new() } else { element("p", "", caution) };
    format!(
        "<li>{}{}{}{caution}</li>\n",
        element("h3", "", about),
        element("p", "", said),
        element("p", "sure", sure)
    )
}

fn why() -> String {
    let lines = [
        "Lots of things can change how people feel: a new friend, a loss, or the sun. We did not ask people who never met \
         a link worker. So we cannot say what made the change.",
        "Not all people told us a second time. They may feel different.",
        "No one can see your answers here. We only show numbers of five people or more.",
    ];
    let lines: String = lines.iter().map(|line| element("p", "", line) + "\n").collect();
    format!("<h2>Please keep in mind</h2>\n{lines}")
}
