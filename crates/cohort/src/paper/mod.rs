//! The blank paper form of one wave, for people who do not use the page.
//!
//! Promises: where to find help, whom to ask, the sheet, the statements and every item letter for letter as the page shows them, every response with its
//! code and every item with its id in small print, so that the form can be keyed in with `linkwell seal`; the licence
//! lines of the instruments. One file of plain HTML that needs nothing else, or only `paper.css` beside it. The same
//! study gives the same bytes. Must never hold an answer, and never change a word of an instrument.

pub(crate) mod html;
mod turn_to;

use std::rc::Rc;

use engine::{
    instrument::{Code, Display, ResponseSet, TextDirection},
    participant::LONGEST,
    session::{Plan, PlanError, PlannedItem},
    study::{ConsentText, Offer, StudyText},
};
use html::{element, escaped, small};
use text::PaperWords;

/// The form's style sheet.
pub const STYLES: &str = include_str!("paper.css");
/// The name of the style sheet's file where it lies beside the form.
pub const STYLES_FILE: &str = "paper.css";

/// Where the form has its style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    /// In itself: the form is one file.
    Inside,
    /// In [`STYLES_FILE`] beside it, as a published page needs whose policy allows no style inside.
    Beside,
}

/// The form of `wave` for people who read `language`, as HTML.
///
/// # Errors
/// [`PlanError`]: the study has no such wave, or an instrument has no wording.
pub fn form(offer: Rc<Offer>, wave: &str, language: &str, styles: Styles) -> Result<String, PlanError> {
    let plan = Plan::for_paper(offer, wave, None, language)?;
    let words = PaperWords::of(language);
    let study = &plan.offer().study;
    let texts = &study.texts;
    let text = texts.get(language).or_else(|| texts.get("en")).expect("a checked study has English texts");
    let mut body = vec![element("h1", "", &text.title), element("p", "", &text.purpose)];
    body.push(turn_to::help(&study.help, words));
    body.push(turn_to::contact(&study.contact, words));
    if let Some((of, consent)) = plan.consent() {
        body.push(sheet(of, consent, words));
    }
    body.push(element("p", "", words.lead));
    body.push(entries(words));
    if let Some((of, consent)) = plan.consent() {
        body.push(statements(of, consent, words));
    }
    body.push(who(words));
    body.push(element("h2", "", words.how_to));
    body.extend(
        plan.items().iter().enumerate().map(|(at, item)| one_item(at, item, plan.items().len(), words)),
    );
    body.push(element("p", "", words.thanks));
    body.push(foot(&plan, words));
    Ok(document(text, words, styles, &body.join("\n")))
}

fn document(text: &StudyText, words: &PaperWords, styles: Styles, body: &str) -> String {
    let styles = match styles {
        Styles::Inside => format!("<style>\n{STYLES}</style>"),
        Styles::Beside => format!("<link rel=\"stylesheet\" href=\"{STYLES_FILE}\">"),
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<link rel=\"icon\" href=\"data:,\">\n{styles}\n\
         </head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n",
        words.page.language,
        words.page.direction,
        escaped(&text.title),
    )
}

/// Code, day: boxes to write in.
fn entries(words: &PaperWords) -> String {
    let cells = |count: usize| format!("<span class=\"cells\">{}</span>", BOX.repeat(count));
    let [day, month, year] = words.date_parts;
    let part = |count, name: &str| format!("<span>{}{}</span>", cells(count), small(name));
    format!(
        "<div class=\"entry\"><h2>{}</h2>{}{}</div>\n<div class=\"entry\"><h2>{}</h2><span class=\"cells\">{}{}{}</span></div>",
        escaped(words.code),
        cells(LONGEST),
        small("participant"),
        escaped(words.date),
        part(2, day),
        part(2, month),
        part(4, year),
    )
}

fn sheet(language: &str, text: &ConsentText, words: &PaperWords) -> String {
    let sections = text.sheet.iter().map(|section| {
        let paragraphs: String = section.paragraphs.iter().map(|text| element("p", "", text)).collect();
        element("h2", "", &section.heading) + &paragraphs
    });
    let version = words.page.consent.version.fill([&text.version, &text.text_digest()]);
    format!(
        "<section class=\"sheet\"{}>\n{}\n{}</section>",
        in_language(language),
        sections.collect::<Vec<_>>().join("\n"),
        element("p", "foot hash", &version),
    )
}

fn statements(language: &str, text: &ConsentText, words: &PaperWords) -> String {
    let lines = text.statements.iter().map(|statement| {
        let optional = if statement.required { String::new() } else { format!(" ({})", words.optional) };
        format!(
            "<p class=\"statement\">{BOX}<span><span{}>{}</span>{}</span>{}</p>",
            in_language(language),
            escaped(&statement.text),
            escaped(&optional),
            small(&["consent.", &statement.id].concat()),
        )
    });
    let (head, tick) = (element("h2", "", words.page.consent.boxes), element("p", "", words.tick));
    let signature =
        format!("<p class=\"entry\">{}<span class=\"line\"></span></p>", escaped(words.signature));
    [head, tick, lines.collect(), signature].concat()
}

fn who(words: &PaperWords) -> String {
    let who = &words.page.who;
    let ways = [
        (who.myself, "myself"),
        (who.with_help, "with_help"),
        (who.read_to_me, "read_to_me"),
        (who.interpreter, "interpreter"),
    ];
    let ways = ways.map(|(text, word)| choice(text, word)).concat();
    format!(
        "<div class=\"item choices\">{}<ul>{ways}</ul>{}</div>",
        element("p", "question", who.heading),
        small("help")
    )
}

/// An item with its boxes: below each other, or a row of numbers with the words of its ends below.
fn one_item(at: usize, item: &PlannedItem, of: usize, words: &PaperWords) -> String {
    let caption = words.page.question.caption.fill([&(at + 1).to_string(), &of.to_string()]);
    let stem = item.intro.as_deref().map(|intro| element("p", "stem", intro)).unwrap_or_default();
    let question = element("p", "question", &item.text);
    let (class, choices) = match item.responses {
        ResponseSet::Codes { display: Display::Choices, .. } => ("choices", worded(item)),
        ResponseSet::Codes { display: Display::Numbers, .. } => ("numbers", numbered(item)),
        ResponseSet::Number { lowest, highest } => ("number", number(item, lowest, highest)),
        ResponseSet::Text { most_characters } => ("own-words", lines(most_characters, words)),
    };
    let why = item.why.as_deref().map(|why| reason(why, words)).unwrap_or_default();
    let dir = match item.direction {
        TextDirection::Ltr => "ltr",
        TextDirection::Rtl => "rtl",
    };
    format!(
        "<div class=\"item {class}\">{}<div lang=\"{}\" dir=\"{dir}\">{stem}{question}{why}{choices}</div>{}</div>",
        element("p", "keying", &caption),
        escaped(&item.language),
        small(&item.id),
    )
}

fn worded(item: &PlannedItem) -> String {
    let choices = item.choices.iter();
    let choices = choices
        .map(|each| choice(each.label.as_deref().unwrap_or_default(), &each.code.to_string()))
        .collect::<String>();
    format!("<ul>{choices}</ul>")
}

fn numbered(item: &PlannedItem) -> String {
    let cells: String =
        item.choices.iter().map(|choice| format!("<li>{BOX}<span>{}</span></li>", choice.code)).collect();
    let labels = item.choices.iter().filter_map(|choice| choice.label.as_deref());
    let ends: String = labels.map(|label| element("span", "", label)).collect();
    format!("<ul>{cells}</ul><p class=\"ends\">{ends}</p>")
}

/// A box for each digit, what is counted, and which numbers can be keyed in.
fn number(item: &PlannedItem, lowest: Code, highest: Code) -> String {
    let boxes = BOX.repeat(highest.to_string().len());
    let unit = item.unit.as_deref().map(|unit| element("span", "", unit)).unwrap_or_default();
    let keyed = small(&format!("{lowest}–{highest}"));
    format!("<p class=\"digits\"><span class=\"cells\">{boxes}</span>{unit}{keyed}</p>")
}

/// Lines to write on, as many as the longest text needs in handwriting.
fn lines(most_characters: u32, words: &PaperWords) -> String {
    let lines = most_characters.div_ceil(CHARACTERS_OF_A_LINE).max(FEWEST_LINES) as usize;
    let hint = format!(
        "<p class=\"hint\" lang=\"{}\" dir=\"{}\">{}</p>",
        words.page.language,
        words.page.direction,
        escaped(words.page.question.own_words)
    );
    hint + &"<span class=\"line\"></span>".repeat(lines)
}

/// Why it is asked; the head is in the form's language, the reason in the item's.
fn reason(why: &str, words: &PaperWords) -> String {
    format!(
        "<p class=\"hint\"><b lang=\"{}\" dir=\"{}\">{}</b>: {}</p>",
        words.page.language,
        words.page.direction,
        escaped(words.page.question.why),
        escaped(why)
    )
}

/// One response: its box, its words, what is keyed in for it.
fn choice(label: &str, keyed: &str) -> String {
    format!("<li>{BOX}<span>{}</span>{}</li>", escaped(label), small(keyed))
}

/// Licences, what the small print is for, and what the form was made from.
fn foot(plan: &Plan, words: &PaperWords) -> String {
    let study = &plan.offer().study;
    let licences = plan.instruments().iter().map(|instrument| {
        let definition = &instrument.definition;
        let pin =
            study.instrument(&definition.id).and_then(|used| used.wordings.get(&instrument.wording.language));
        let reference = pin.and_then(|pin| pin.licence_reference.as_deref());
        let reference = reference.map(|reference| format!(" ({reference})")).unwrap_or_default();
        let line = format!(
            "{}. {} {}{reference}. {}",
            definition.title, words.page.question.licence, instrument.licence, definition.citation
        );
        element("p", "licence", &line)
    });
    let made_from = words.made_from.fill([&study.id, &study.version.to_string(), &plan.wave().id]);
    let references = study.references.join(", ");
    [
        licences.collect(),
        element("p", "foot", words.keying),
        element("p", "foot", &[&made_from, ". ", &references].concat()),
    ]
    .concat()
}

/// How many characters people write on a line by hand.
const CHARACTERS_OF_A_LINE: u32 = 60;
/// The fewest lines for a text.
const FEWEST_LINES: u32 = 3;

/// A box to put a cross in.
const BOX: &str = "<span class=\"box\"></span>";

fn in_language(language: &str) -> String {
    format!(" lang=\"{}\"", escaped(language))
}
