//! The study and its description: waves, forms, groups of items, items, code lists, rules.

use std::collections::BTreeSet;

use super::{
    Plan, event_oid, form_oid, item_oid, items,
    items::{is_derived, is_item, method_oid},
    study_oid, units,
    words::{ENGLISH, translated},
    xml::Xml,
};
use crate::{
    Field, Source,
    forms::{CONSENT_FORM, RECORD_FORM, filled_forms, form},
};

/// The Study element.
pub(super) fn study(xml: &mut Xml, plan: &Plan<'_>) {
    let source = plan.source;
    xml.start("Study", &[("OID", Some(&study_oid(source)))]);
    xml.start("GlobalVariables", &[]);
    xml.text("StudyName", &[], &source.name);
    xml.text("StudyDescription", &[], &source.title);
    xml.text("ProtocolName", &[], &source.name);
    xml.end();
    if !plan.units.all.is_empty() {
        xml.start("BasicDefinitions", &[]);
        for (at, (symbol, name)) in plan.units.all.iter().enumerate() {
            xml.start("MeasurementUnit", &[("OID", Some(&units::oid(at))), ("Name", Some(name))]);
            translated(xml, "Symbol", &[(None, symbol)]);
            xml.end();
        }
        xml.end();
    }
    xml.start("MetaDataVersion", &[("OID", Some(&plan.version)), ("Name", Some(&source.title))]);
    protocol(xml, source);
    for wave in &source.waves {
        event(xml, plan, wave);
    }
    for form in forms(source) {
        form_def(xml, source, form);
    }
    for group in groups(source) {
        group_def(xml, &group);
    }
    items::items(xml, plan);
    plan.codes.write(xml);
    items::methods(xml, plan);
    xml.end();
    xml.end();
}

fn protocol(xml: &mut Xml, source: &Source<'_>) {
    xml.start("Protocol", &[]);
    for (at, wave) in source.waves.iter().enumerate() {
        let (event, order) = (event_oid(wave), (at + 1).to_string());
        let attributes = [
            ("StudyEventOID", Some(event.as_str())),
            ("OrderNumber", Some(&order)),
            ("Mandatory", Some("No")),
        ];
        xml.empty("StudyEventRef", &attributes);
    }
    xml.end();
}

/// A wave with the forms that any record of it has something of.
fn event(xml: &mut Xml, plan: &Plan<'_>, wave: &str) {
    let repeating = if plan.repeating.contains(&wave) { "Yes" } else { "No" };
    xml.start(
        "StudyEventDef",
        &[
            ("OID", Some(&event_oid(wave))),
            ("Name", Some(wave)),
            ("Repeating", Some(repeating)),
            ("Type", Some("Scheduled")),
        ],
    );
    let of_wave = plan.source.rows.iter().filter(|row| plan.source.wave(row) == wave);
    let filled: BTreeSet<&str> = of_wave.flat_map(|row| filled_forms(plan.source, row)).collect();
    let forms = forms(plan.source).into_iter().filter(|form| filled.contains(form));
    for (at, form) in forms.enumerate() {
        let (form, order) = (form_oid(form), (at + 1).to_string());
        let attributes =
            [("FormOID", Some(form.as_str())), ("OrderNumber", Some(&order)), ("Mandatory", Some("No"))];
        xml.empty("FormRef", &attributes);
    }
    xml.end();
}

/// The forms, in the order of their columns.
fn forms<'a>(source: &'a Source<'_>) -> Vec<&'a str> {
    let mut forms: Vec<&str> = Vec::new();
    for form in source.fields.iter().filter(|field| is_item(field)).filter_map(form) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

fn form_def(xml: &mut Xml, source: &Source<'_>, of: &str) {
    xml.start("FormDef", &[("OID", Some(&form_oid(of))), ("Name", Some(of)), ("Repeating", Some("No"))]);
    let instrument = source.instruments().into_iter().find(|(id, _)| *id == of);
    let definition = instrument.and_then(|(id, version)| source.catalogue.find(id, version));
    let what = match (of, definition) {
        (RECORD_FORM, _) => "What is known of the record".to_owned(),
        (CONSENT_FORM, _) => "What the person agreed to".to_owned(),
        (_, Some(found)) => format!("{}. {}", found.definition.title, found.definition.citation),
        (_, None) => of.to_owned(),
    };
    translated(xml, "Description", &[(ENGLISH, &what)]);
    for (at, group) in groups(source).iter().filter(|group| group.form == of).enumerate() {
        let (group, order) = (group.oid(), (at + 1).to_string());
        let attributes = [
            ("ItemGroupOID", Some(group.as_str())),
            ("OrderNumber", Some(&order)),
            ("Mandatory", Some("No")),
        ];
        xml.empty("ItemGroupRef", &attributes);
    }
    if let Some((id, version)) = instrument {
        let name = format!("{id} {version}");
        xml.empty("Alias", &[("Context", Some("instrument")), ("Name", Some(&name))]);
    }
    xml.end();
}

/// The items of a form that were answered or noted, or those that were made from answers.
pub(super) struct Group<'a> {
    /// Their form.
    pub(super) form: &'a str,
    /// Whether they were made from answers.
    is_derived: bool,
    /// Their columns with the positions in the wide table.
    pub(super) columns: Vec<(usize, &'a Field)>,
}

impl Group<'_> {
    /// The id of the group.
    pub(super) fn oid(&self) -> String {
        format!("IG.{}.{}", self.form, if self.is_derived { "scores" } else { "answers" })
    }
}

/// Every group, in the order of their columns.
pub(super) fn groups<'a>(source: &'a Source<'_>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (column, field) in source.fields.iter().enumerate().filter(|(_, field)| is_item(field)) {
        let Some(form) = form(field) else { continue };
        let is_derived = is_derived(field);
        match groups.iter_mut().find(|group| group.form == form && group.is_derived == is_derived) {
            Some(group) => group.columns.push((column, field)),
            None => groups.push(Group { form, is_derived, columns: vec![(column, field)] }),
        }
    }
    groups
}

fn group_def(xml: &mut Xml, group: &Group<'_>) {
    let what = if group.is_derived { "scores" } else { "answers" };
    xml.start(
        "ItemGroupDef",
        &[
            ("OID", Some(&group.oid())),
            ("Name", Some(&format!("{} {what}", group.form))),
            ("Repeating", Some("No")),
        ],
    );
    for (at, (_, field)) in group.columns.iter().enumerate() {
        let (item, order) = (item_oid(&field.name), (at + 1).to_string());
        let method = method_oid(field);
        let attributes = [
            ("ItemOID", Some(item.as_str())),
            ("OrderNumber", Some(&order)),
            ("Mandatory", Some("No")),
            ("MethodOID", method.as_deref()),
        ];
        xml.empty("ItemRef", &attributes);
    }
    xml.end();
}
