//! A scoring rule in FHIRPath, so that other programs make the same score from the same answers.
//!
//! What a code counts (recoded, reversed, weighted) is asked of the engine's scorer, an item and a code at a time; this
//! module only says it in another language. Must never say a rule that would give another score: where FHIRPath has no
//! exact words, there is no expression. Words used: `where`, `in`, `select`, `combine`, `iif`, `count`, `aggregate`,
//! `toDecimal`, all of the normative FHIRPath.

use engine::{
    instrument::{Code, Combine, Definition, Scale, Step},
    number::Number,
    scoring::Scorer,
};

/// The rule of `scale`, or nothing where FHIRPath cannot say it: for weighted means and for rounding (FHIRPath leaves
/// open how halves are rounded).
pub(super) fn expression(definition: &Definition, scale: &Scale) -> Option<String> {
    let mut groups = groups(definition, scale)?;
    for id in &scale.scales {
        if !scale.weights.is_empty() {
            return None;
        }
        groups.push(format!("({})", expression(definition, definition.scale(id)?)?));
    }
    let all = scale.items.len() + scale.scales.len();
    let mut values = groups.into_iter();
    let first = values.next()?;
    let values = values.fold(first, |before, next| format!("{before}.combine({next})"));
    let minimum = scale.missing.as_ref().map_or(all, |rule| rule.minimum_answered as usize);
    let prorate = scale.missing.as_ref().is_some_and(|rule| rule.prorate);
    let sum = format!("{values}.aggregate($this + $total, 0)");
    let made = match scale.combine {
        Combine::Mean if !scale.weights.is_empty() => return None,
        Combine::Mean => format!("{sum} / {values}.count()"),
        _ if prorate => format!("{sum} * {all} / {values}.count()"),
        _ if all == 1 => values.clone(),
        _ => sum,
    };
    let made = if all == 1 { made } else { format!("iif({values}.count() >= {minimum}, {made})") };
    scale.then.iter().try_fold(made, |made, step| then(&made, step))
}

fn then(made: &str, step: &Step) -> Option<String> {
    match step {
        Step::Linear { multiply, add } if *add == Number::ZERO => {
            Some(format!("({made}) * {}", bracketed(*multiply)))
        }
        Step::Linear { multiply, add } => {
            Some(format!("({made}) * {} + {}", bracketed(*multiply), bracketed(*add)))
        }
        Step::Lookup(rows) => {
            let rows: Vec<(String, Number)> = rows.iter().map(|row| (row.from.to_string(), row.to)).collect();
            Some(format!("({made}).select({})", table(&rows)))
        }
        Step::Round(_) => None,
    }
}

/// The values of the scale's own items that are there; items whose codes count alike share an expression.
fn groups(definition: &Definition, scale: &Scale) -> Option<Vec<String>> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for item in &scale.items {
        let what = what_codes_count(&values(definition, scale, item)?);
        match groups.iter_mut().find(|(known, _)| *known == what) {
            Some((_, items)) => items.push(item),
            None => groups.push((what, vec![item])),
        }
    }
    let group = |(what, items): (String, Vec<&str>)| {
        let items: Vec<String> = items.iter().map(|item| format!("'{item}'")).collect();
        let chosen = match items.as_slice() {
            [one] => format!("linkId = {one}"),
            several => format!("linkId in ({})", several.join(" | ")),
        };
        format!("%resource.item.where({chosen}).answer.value.code.select({what})")
    };
    Some(groups.into_iter().map(group).collect())
}

/// What each code of an item counts in a scale, by the engine's scorer; nothing for an item without codes.
fn values(definition: &Definition, scale: &Scale, item: &str) -> Option<Vec<(Code, Number)>> {
    let alone = Scale {
        combine: match &scale.combine {
            Combine::Count(codes) => Combine::Count(codes.clone()),
            _ => Combine::Sum,
        },
        items: vec![item.to_owned()],
        scales: Vec::new(),
        missing: None,
        then: Vec::new(),
        bands: Vec::new(),
        ..scale.clone()
    };
    let at = definition.items.iter().position(|known| known.id == item)?;
    let only = Definition { scales: vec![alone], ..definition.clone() };
    let scorer = Scorer::new(&only);
    let counts = |code: &Code| {
        let mut answers = vec![None; only.items.len()];
        answers[at] = Some(*code);
        scorer.score_codes(&answers).first()?.value.ok().map(|value| (*code, value))
    };
    let codes = definition.codes(&definition.items[at]);
    let values: Vec<(Code, Number)> = codes.iter().map(counts).collect::<Option<_>>()?;
    (!values.is_empty()).then_some(values)
}

/// What the code `$this`, a text, counts: itself, a straight line of it, or a table.
fn what_codes_count(values: &[(Code, Number)]) -> String {
    let line = line(values);
    match line {
        Some((add, times)) if add == Number::ZERO && times == Number::ONE => "$this.toDecimal()".into(),
        Some((add, times)) => format!("{} + {} * $this.toDecimal()", bracketed(add), bracketed(times)),
        None => {
            let rows: Vec<(String, Number)> =
                values.iter().map(|(code, value)| (format!("'{code}'"), *value)).collect();
            table(&rows)
        }
    }
}

/// Summand and factor, where every code lies on one straight line.
fn line(values: &[(Code, Number)]) -> Option<(Number, Number)> {
    let number = |code: Code| Number::from(i64::from(code));
    let [(first, start), (second, next), ..] = values else { return None };
    let times = next.minus(*start)?.over(number(*second).minus(number(*first))?)?;
    let add = start.minus(times.times(number(*first))?)?;
    let fits = |(code, value): &(Code, Number)| {
        times.times(number(*code)).and_then(|part| part.plus(add)) == Some(*value)
    };
    values.iter().all(fits).then_some((add, times))
}

/// The value beside `$this` in a table; nothing where it is not in the table. A chain and not one `iif` inside the
/// other: parsers become slow with thirty brackets inside each other.
fn table(rows: &[(String, Number)]) -> String {
    let row = |(from, to): &(String, Number)| format!("iif($this = {from}, {})", bracketed(*to));
    let mut rows = rows.iter().map(row);
    let first = rows.next().unwrap_or_else(|| "{}".into());
    rows.fold(first, |before, next| format!("{before}.combine({next})"))
}

/// A number that may stand behind any sign.
fn bracketed(number: Number) -> String {
    if number < Number::ZERO { format!("({number})") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use engine::catalogue::built_in;

    use super::*;

    fn of(instrument: &str, scale: &str, change: impl Fn(&mut Scale)) -> Option<String> {
        let catalogue = built_in();
        let mut definition = catalogue.newest(instrument).expect("it ships").definition.clone();
        let at = definition.scales.iter().position(|known| known.id == scale).expect("a scale");
        change(&mut definition.scales[at]);
        expression(&definition, &definition.scales[at])
    }

    #[test]
    fn rules_are_said_as_the_manual_has_them() {
        let items = "%resource.item.where(linkId in ('ucla_1' | 'ucla_2' | 'ucla_3')).answer.value.code\
                     .select($this.toDecimal())";
        assert_eq!(
            of("ucla3", "ucla3_sum", |_| ()).expect("a rule"),
            format!("iif({items}.count() >= 3, {items}.aggregate($this + $total, 0))")
        );
        let prorated = of("gse10", "gse10_sum", |_| ()).expect("a rule");
        assert!(prorated.contains(".count() >= 7,") && prorated.contains(" * 10 / "), "{prorated}");
        let mean = of("semcd6", "semcd6_mean", |_| ()).expect("a rule");
        assert!(mean.contains(".count() >= 4,") && mean.contains(", 0) / %resource"), "{mean}");
        let percentage = of("who5", "who5_percentage", |_| ()).expect("a rule");
        assert!(percentage.starts_with("((iif(%resource") && percentage.ends_with(" * 4"), "{percentage}");
        let metric = of("swemwbs", "swemwbs_metric", |_| ()).expect("a rule");
        assert!(metric.contains("iif($this = 7, 7).combine(iif($this = 8, 9.51))"), "{metric}");
    }

    #[test]
    fn turned_items_are_a_line_and_what_cannot_be_said_is_not() {
        let turned = of("ucla3", "ucla3_sum", |scale| scale.reverse = vec!["ucla_2".into()]);
        let turned = turned.expect("a rule");
        assert!(turned.contains("(linkId = 'ucla_2').answer.value.code.select(4 + (-1) * $this"), "{turned}");
        let counted = of("ucla3", "ucla3_sum", |scale| scale.combine = Combine::Count(vec![2]));
        let table = "iif($this = '1', 0).combine(iif($this = '2', 1)).combine(iif($this = '3', 0))";
        assert!(counted.expect("a rule").contains(table));
        assert_eq!(of("ucla3", "ucla3_sum", |scale| scale.then = vec![Step::Round(1)]), None);
        let weights = vec![engine::instrument::WeightOf { of: "semcd_1".into(), weight: Number::from(2) }];
        assert_eq!(of("semcd6", "semcd6_mean", |scale| scale.weights.clone_from(&weights)), None);
    }
}
