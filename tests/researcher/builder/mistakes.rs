//! What is wrong is said beside its place, and a link leads there.

use super::{
    begun, draft, made,
    views::{draw, plain, values},
};
use engine::study::{Section, Statement, Study, Window};
use linkwell::researcher::builder::{Action, Draft, Store, id_of, ids_of};

/// The state with this study opened.
fn opened(study: Study) -> Store {
    let own = draft(&made()).own.clone();
    Store::default().after(Action::Read(Box::new(Ok(Draft::of(study, own)))))
}

type Change = fn(&mut Study);

/// A way to spoil each thing that the check looks at.
const SPOILT: &[(&str, Change)] = &[
    ("format", |study| study.format = 2),
    ("id", |study| study.id = "Our study".into()),
    ("texts", |study| study.texts.remove("en")),
    ("contact", |study| study.contact.phone = None),
    ("help.lines", |study| study.help.lines.clear()),
    ("help.checked", |study| study.help.checked = "yesterday".into()),
    ("options.invitation_required", |study| study.signing_key = None),
    ("languages[1]", |study| study.languages = vec!["en".into(), "xx".into()]),
    ("languages", |study| study.languages = vec!["cy".into()]),
    ("consent.en.version", |study| study.consent.get_mut("en").expect("a sheet").version = "one !".into()),
    ("consent.en.sheet", |study| study.consent.get_mut("en").expect("a sheet").sheet.clear()),
    ("consent.en.sheet[0]", |study| {
        study.consent.get_mut("en").expect("a sheet").sheet[0] =
            Section { heading: " ".into(), paragraphs: vec!["a\tb".into()] };
    }),
    ("consent.en.statements", |study| study.consent.get_mut("en").expect("a sheet").statements.clear()),
    ("consent.en.statements[1].id", |study| {
        let sheet = study.consent.get_mut("en").expect("a sheet");
        sheet.statements[1] =
            Statement { id: sheet.statements[0].id.clone(), text: "A\nB".into(), required: true };
    }),
    ("consent", |study| {
        let sheet = study.consent["en"].clone();
        study.consent.remove("en");
        study.consent.insert("cy".into(), sheet);
    }),
    ("consent.cy.statements", |study| {
        let mut sheet = study.consent["en"].clone();
        sheet.version = "2".into();
        sheet.statements.pop();
        study.consent.insert("cy".into(), sheet);
    }),
    ("recipients", |study| study.recipients.truncate(1)),
    ("recipients[1]", |study| study.recipients[1] = "age1notakey".into()),
    ("signing_key", |study| study.signing_key = Some("linkwell-verify-1".into())),
    ("earlier_signing_keys", |study| {
        study.options.invitation_required = false;
        study.earlier_signing_keys.extend(study.signing_key.take());
    }),
    ("earlier_signing_keys[0]", |study| study.earlier_signing_keys.extend(study.signing_key.clone())),
    ("sites[1].link_workers[0].id", |study| study.sites[1].link_workers[0].id = "A b".into()),
    ("deposit.address", |study| study.deposit.as_mut().expect("one").address = "ftp://{x}".into()),
    ("deposit.keeps_versions", |study| {
        study.deposit.as_mut().expect("one").address = "https://a.example/".into()
    }),
    ("sites[1].id", |study| study.sites[1].id = study.sites[0].id.clone()),
    ("waves", |study| study.waves.clear()),
    ("waves[1].id", |study| study.waves[1].id = "Follow up".into()),
    ("waves[0].window", |study| study.waves[0].window = Some(Window { first_day: 1, last_day: 2 })),
    ("waves[1].window", |study| study.waves[1].window = None),
    ("waves[2].window", |study| study.waves[2].window = Some(Window { first_day: 300, last_day: 2 })),
    ("waves[1].instruments", |study| study.waves[1].instruments.clear()),
    ("waves[1].instruments[0]", |study| study.waves[1].instruments[0] = "no_such".into()),
    ("instruments[0].definition_sha256", |study| study.instruments[0].definition_sha256 = "0".into()),
    ("instruments[1]", |study| study.instruments[1].version = "none".into()),
    ("instruments[4].wordings.en.licence_reference", |study| {
        let used = &mut study.instruments[4];
        used.wordings.get_mut("en").expect("a wording").licence_reference = None;
    }),
    ("instruments[2].wordings", |study| study.instruments[2].wordings.remove("en")),
];

#[test]
fn every_mistake_is_said_in_its_part_and_its_link_leads_to_it() {
    for (path, spoil) in SPOILT {
        let mut study = draft(&made()).study.clone();
        spoil(&mut study);
        let mut store = opened(study);
        let problems = draft(&store).problems.clone();
        assert!(problems.iter().any(|problem| problem.path == *path), "{path}: {problems:?}");
        for problem in problems {
            // A link shows the language that the mistake is in.
            let mut parts = problem.path.split('.');
            if let (Some("consent"), Some(language)) = (parts.next(), parts.next()) {
                store = store.after(Action::Speak(language.into()));
            }
            let html = draw(&store);
            // Beside its field it begins with a capital letter.
            let message: String = problem.message.chars().skip(1).collect();
            let said = plain(&html).matches(&message).count();
            assert!(said >= 2, "{}: said {said} times: {message}", problem.path);
            let ids = values(&html, "id");
            let place = ids_of(&problem.path).into_iter().find(|id| ids.contains(&id.as_str()));
            let place = place.expect("the part's heading at least");
            assert!(!place.starts_with("part-"), "{}: nothing closer than its part", problem.path);
        }
    }
}

#[test]
fn a_link_falls_back_step_by_step() {
    assert_eq!(id_of("waves[1].window.first_day"), "at-waves-1-window-first_day");
    assert_eq!(
        ids_of("sites[0].id"),
        ["at-sites-0-id", "at-sites-0", "at-sites", "part-sites"].map(String::from)
    );
}

#[test]
fn saving_with_mistakes_is_refused_and_counted() {
    let store = begun().after(Action::Refuse);
    assert_eq!(store.refused, 1);
    assert!(draw(&store).contains("id=\"problem\""));
}
