//! Items: a column of the wide table as an ItemDef, and the rules of scores as MethodDefs.

use engine::record::NOT_ANSWERED;

use super::{
    Plan, item_oid,
    words::{self, ENGLISH, Said, translated},
    xml::Xml,
};
use crate::{Field, Kind, Value, forms::form};

/// Whether a column is an item: study, wave and person are above the items.
pub(super) fn is_item(field: &Field) -> bool {
    form(field).is_some() && field.name != "participant"
}

/// Whether a column was made from answers. Nobody can leave such a thing unanswered.
pub(super) fn is_derived(field: &Field) -> bool {
    field.instrument.is_some() && !field.missing.contains(&NOT_ANSWERED)
}

/// The id of the rule of a score; none for what has no rule of its own.
pub(super) fn method_oid(field: &Field) -> Option<String> {
    (is_derived(field) && !field.scoring.is_empty()).then(|| format!("MT.{}", field.name))
}

/// Every item.
pub(super) fn items(xml: &mut Xml, plan: &Plan<'_>) {
    for (column, field) in plan.source.fields.iter().enumerate().filter(|(_, field)| is_item(field)) {
        item(xml, plan, column, field);
    }
}

fn item(xml: &mut Xml, plan: &Plan<'_>, column: usize, field: &Field) {
    let (length, decimals) = size(plan, column, field);
    let is_time = field.kind == Kind::Time;
    xml.start(
        "ItemDef",
        &[
            ("OID", Some(&item_oid(&field.name))),
            ("Name", Some(&field.name)),
            ("DataType", Some(data_type(field.kind))),
            ("Length", Some(length.to_string().as_str()).filter(|_| !is_time)),
            ("SignificantDigits", Some(decimals.to_string().as_str()).filter(|_| field.kind == Kind::Number)),
            ("Comment", Some(field.source.as_str()).filter(|source| !source.is_empty())),
        ],
    );
    translated(xml, "Description", &[(ENGLISH, &field.what)]);
    let shown = words::shown(plan.source, field);
    if !shown.is_empty() {
        let said: Vec<Said<'_>> = shown
            .iter()
            .map(|(wording, text)| (Some(wording.language.as_str()), text.text.as_str()))
            .collect();
        translated(xml, "Question", &said);
    }
    if let Some(unit) = plan.units.oid(column) {
        xml.empty("MeasurementUnitRef", &[("MeasurementUnitOID", Some(&unit))]);
    }
    let list = plan.codes.oid(column);
    if let (Some((lowest, highest)), None) = (&field.range, &list) {
        for (comparator, value) in [("GE", lowest), ("LE", highest)] {
            xml.start("RangeCheck", &[("Comparator", Some(comparator)), ("SoftHard", Some("Soft"))]);
            xml.text("CheckValue", &[], value);
            xml.end();
        }
    }
    if let Some(list) = &list {
        xml.empty("CodeListRef", &[("CodeListOID", Some(list))]);
    }
    let codes: Vec<String> = field.missing.iter().map(ToString::to_string).collect();
    let alias = |xml: &mut Xml, context: &'static str, name: &str| {
        if !name.is_empty() {
            xml.empty("Alias", &[("Context", Some(context)), ("Name", Some(name))]);
        }
    };
    // Which of the reasons for a missing answer the item can have: ODM has no place for it.
    alias(xml, "missing", &codes.join(" "));
    alias(xml, "direction", &field.direction);
    xml.end();
}

/// The rules of scores, as the codebook says them.
pub(super) fn methods(xml: &mut Xml, plan: &Plan<'_>) {
    for field in &plan.source.fields {
        let Some(method) = method_oid(field) else { continue };
        xml.start(
            "MethodDef",
            &[("OID", Some(&method)), ("Name", Some(&field.name)), ("Type", Some("Computation"))],
        );
        translated(xml, "Description", &[(ENGLISH, &field.scoring)]);
        xml.end();
    }
}

fn data_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Number => "float",
        Kind::Time => "datetime",
    }
}

/// The most characters of a value, and the most decimals, of those that stand in the column, in its list or at the ends of
/// its range. ODM wants the length to be 1 at least.
fn size(plan: &Plan<'_>, column: usize, field: &Field) -> (usize, usize) {
    let there = plan.source.rows.iter().map(|row| &row[column]).filter(|value| value.is_there());
    let listed = field.values.iter().map(|(value, _)| value.clone());
    let ends = field.range.iter().flat_map(|(lowest, highest)| [lowest.clone(), highest.clone()]);
    let texts: Vec<String> = there.map(Value::written).chain(listed).chain(ends).collect();
    let length = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0).max(1);
    let decimals = texts.iter().map(|text| text.split_once('.').map_or(0, |(_, after)| after.len()));
    (length, decimals.max().unwrap_or(0))
}
