//! Everything that is wrong at once, saving, and what comes next.

use super::super::{
    field::{Field, TEXTS},
    keys::KeyMaking,
    list::List,
    part::{Part, id_of},
    store::Saved,
    view::{Request, Shown},
};
use crate::{
    researcher::words::builder::Say,
    ui::{Button, Notice, PROBLEM_ID, PageLink, Tone, Weight},
};
use setup::start::study_id;
use yew::prelude::*;

/// The part.
pub(super) fn save(shown: &Shown<'_>) -> Html {
    let (view, draft) = (shown.view, shown.draft);
    let is_right = draft.is_right();
    let body = html! {
        <>
            { mistakes(shown) }
            if is_right {
                <p class="chosen">{ view.say(Say::AllRight) }</p>
            }
            if !draft.unwritten.is_empty() {
                <Notice tone={Tone::Careful}>
                    <p>{ (view.text.to_write)(draft.unwritten.len()) }</p>
                    <ul>{ for draft.unwritten.iter().map(|path| place(shown, path, label(shown, path))) }</ul>
                </Notice>
            }
            if matches!(view.store.keys, KeyMaking::Made(_, false)) {
                <Notice tone={Tone::Careful}><p>{ view.say(Say::KeysNotSaved) }</p></Notice>
            }
            <p class="hint">{ view.say(Say::SaveStudyHint) }</p>
            <p><Button label={view.say(Say::SaveStudy)} on_select={view.ask(|| Request::Save(Saved::Study))} /></p>
            if !is_right {
                <p class="hint">{ view.say(Say::SaveUnfinishedHint) }</p>
                <p><Button label={view.say(Say::SaveUnfinished)} weight={Weight::Other}
                    on_select={view.ask(|| Request::Save(Saved::Unfinished))} /></p>
            }
            <div role="status" class="told">
                if let Some(told) = view.store.told {
                    <p>{ (view.text.saved)(told.what, told.taken) }</p>
                }
            </div>
            { next(shown) }
        </>
    };
    shown.part(Part::Save, body)
}

/// The list of what is wrong, each a link to its place. The number of mistakes is said when it changes.
fn mistakes(shown: &Shown<'_>) -> Html {
    let (view, draft) = (shown.view, shown.draft);
    let items = draft.problems.iter().map(|problem| place(shown, &problem.path, &problem.message));
    html! {
        <>
            <p role="status" class="visually-hidden">{ (view.text.to_mend)(draft.problems.len()) }</p>
            if !draft.problems.is_empty() {
                <section id={PROBLEM_ID} class="problem" tabindex="-1" aria-labelledby="problem-title">
                    <h3 id="problem-title">{ view.say(Say::Mistakes) }</h3>
                    <ul>{ for items }</ul>
                </section>
            }
        </>
    }
}

fn place(shown: &Shown<'_>, path: &str, words: &str) -> Html {
    let part = (shown.view.text.part)(Part::of(path))[0];
    let target = path.to_owned();
    let on_select = shown.view.ask(move || Request::Go(target.clone()));
    let words = match row(shown, path) {
        Some(row) => [part, ", ", &row, ": ", words].concat(),
        None => [part, ": ", words].concat(),
    };
    html! { <li><PageLink target={id_of(path)} {on_select}>{ words }</PageLink></li> }
}

/// Which of several it is about, such as "Site 2"; nothing where there is only one of its kind.
fn row(shown: &Shown<'_>, path: &str) -> Option<String> {
    let sheets = shown.draft.study.consent.iter().map(|(tag, _)| List::Sections(tag.clone()));
    let others =
        [List::References, List::HelpLines, List::Sites, List::Waves, List::Statements, List::Recipients];
    sheets.chain(others).find_map(|list| {
        let (at, _) = path.strip_prefix(&list.path())?.strip_prefix('[')?.split_once(']')?;
        Some((shown.view.text.one)(&list, at.parse::<usize>().ok()? + 1))
    })
}

/// The words beside the field of a text; its path where no field has it.
fn label<'a>(shown: &Shown<'_>, path: &'a str) -> &'a str {
    let study = &shown.draft.study;
    let texts = study.texts.iter().flat_map(|(tag, _)| TEXTS.map(|text| Field::Text(tag.clone(), text)));
    let references = (0..study.references.len()).map(Field::Reference);
    let sites = (0..study.sites.len()).map(Field::SiteName);
    let others = [Field::ContactName, Field::ContactEmail];
    let mut fields = texts.chain(references).chain(others).chain(sites);
    fields.find(|field| field.path() == path).map_or(path, |field| (shown.view.text.field)(&field)[0])
}

fn next(shown: &Shown<'_>) -> Html {
    let view = shown.view;
    let id = study_id(&shown.draft.study.id);
    let commands = [
        format!("linkwell study check {id}/study.json"),
        format!("linkwell study drill {id}"),
        format!("linkwell site --study {id}/study.json -o site"),
    ];
    html! {
        <>
            <h3>{ view.say(Say::NextHeading) }</h3>
            <p>{ view.say(Say::NextLead) }</p>
            <pre class="commands" tabindex="0"><code>{ commands.join("\n") }</code></pre>
        </>
    }
}
