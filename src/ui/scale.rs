//! Cells to choose one from: native radio buttons in a fieldset whose legend holds the heading.

use super::heading;
use yew::prelude::*;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is emitted when it is chosen.
    pub code: i32,
    /// Its words, letter for letter.
    pub label: Option<AttrValue>,
}

/// How the cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Worded cells below each other.
    Words,
    /// Equal numbered cells: beside each other where there is room, below each other on a phone. Words stand at the
    /// ends.
    Numbers,
}

/// What a [`scale`] takes.
pub struct Scale {
    /// The name of the group of radio buttons; ids are made from it.
    pub name: AttrValue,
    /// The question, letter for letter.
    pub question: AttrValue,
    /// The ids of the elements that explain it.
    pub described_by: Option<AttrValue>,
    /// The language of question and cells.
    pub lang: AttrValue,
    /// Which way they run, `ltr` or `rtl`.
    pub dir: AttrValue,
    /// The cells in the order in which they are shown.
    pub cells: Vec<Cell>,
    /// How they stand.
    pub row: Row,
    /// The nought of the digits in which numbers are shown; see [`digits`].
    pub zero: char,
    /// The chosen one. Nothing is chosen beforehand.
    pub chosen: Option<i32>,
    /// A cell was chosen.
    pub on_choose: Callback<i32>,
    /// What stands between question and cells.
    pub between: Html,
}

/// The id of a cell's radio button.
pub fn cell_id(name: &str, code: i32) -> String {
    [name, "-", &code.to_string()].concat()
}

/// A number in the digits that follow `zero` in Unicode.
pub fn digits(number: i32, zero: char) -> String {
    let away = u32::from(zero) - u32::from('0');
    let shown = |c: char| if c == '-' { c } else { char::from_u32(u32::from(c) + away).unwrap_or(c) };
    number.to_string().chars().map(shown).collect()
}

/// Cells to choose one from.
pub fn scale(props: &Scale) -> Html {
    let cells = props.cells.iter().map(|cell| view_cell(props, cell));
    let class = match props.row {
        Row::Words => "cells cells-words",
        Row::Numbers => "cells cells-numbers",
    };
    html! {
        <fieldset class="scale" lang={&props.lang} dir={&props.dir} aria-describedby={props.described_by.clone()}>
            <legend>{ heading(&props.question) }</legend>
            { props.between.clone() }
            <div {class}>{ for cells }</div>
        </fieldset>
    }
}

fn view_cell(props: &Scale, cell: &Cell) -> Html {
    let code = cell.code;
    let id = cell_id(&props.name, code);
    let checked = props.chosen == Some(code);
    let onchange = props.on_choose.reform(move |_: Event| code);
    html! {
        <label key={code} class={if checked { "cell is-chosen" } else { "cell" }} for={id.clone()}>
            <span class="cell-face">
                <input type="radio" autocomplete="off" {id} name={&props.name} value={code.to_string()} {checked} {onchange} />
                if props.row == Row::Numbers {
                    <span class="cell-number">{ digits(code, props.zero) }</span>
                } else if let Some(label) = &cell.label {
                    <span class="cell-label">{ label }</span>
                }
            </span>
            if let (Row::Numbers, Some(label)) = (props.row, &cell.label) {
                { " " }<span class="cell-words">{ label }</span>
            }
        </label>
    }
}
