//! The wide table as Arrow columns, for `parquet` and `arrow`.
//!
//! Promises: response codes as they are, codes for missing answers among them, an empty cell as null; labels, missing codes
//! and scoring rules in the metadata of every column, under the names in [`metadata`]. The same rows give the same bytes.

use std::{collections::HashMap, sync::Arc};

use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, TimestampMillisecondArray};
use arrow_schema::{ArrowError, DataType, Schema, TimeUnit};
use export::{Field, Kind, Source, Value};

/// The columns of a source without those called `without`, and the values of `rows` in them.
///
/// # Errors
/// None that a source which was read can have.
pub(super) fn batch(
    source: &Source<'_>,
    rows: &[&Vec<Value>],
    without: &[&str],
    about: HashMap<String, String>,
) -> Result<RecordBatch, ArrowError> {
    let kept = source.fields.iter().enumerate().filter(|(_, field)| !without.contains(&field.name.as_str()));
    let (fields, columns): (Vec<_>, Vec<_>) = kept
        .map(|(at, field)| (described(field), column(field.kind, rows.iter().map(|row| &row[at]))))
        .unzip();
    RecordBatch::try_new(Arc::new(Schema::new_with_metadata(fields, about)), columns)
}

fn described(field: &Field) -> arrow_schema::Field {
    let kind = match field.kind {
        Kind::Text => DataType::Utf8,
        Kind::Integer => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Time => DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into())),
    };
    arrow_schema::Field::new(&field.name, kind, true).with_metadata(metadata(field))
}

/// What is said of a column: `label`; `values` and `missing` as JSON objects from value or code to label; of an
/// instrument's column `instrument`, `version`, `scoring`, `direction`, `source`. What does not apply is left out.
fn metadata(field: &Field) -> HashMap<String, String> {
    let object = |pairs: Vec<(String, String)>| match pairs.is_empty() {
        true => String::new(),
        false => {
            serde_json::Value::Object(pairs.into_iter().map(|(key, label)| (key, label.into())).collect())
                .to_string()
        }
    };
    let missing = field.missing.iter().map(|code| (code.to_string(), export::missing_word(*code).to_owned()));
    let (instrument, version) = field.instrument.clone().unwrap_or_default();
    let all = [
        ("label", field.what.clone()),
        ("values", object(field.values.clone())),
        ("missing", object(missing.collect())),
        ("instrument", instrument),
        ("version", version),
        ("scoring", field.scoring.clone()),
        ("direction", field.direction.clone()),
        ("source", field.source.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key.to_owned(), text)).collect()
}

fn column<'a>(kind: Kind, values: impl Iterator<Item = &'a Value>) -> ArrayRef {
    match kind {
        Kind::Integer => Arc::new(values.map(whole).collect::<Int64Array>()),
        Kind::Number => Arc::new(values.map(decimal).collect::<Float64Array>()),
        Kind::Time => {
            let times = values.map(|value| milliseconds(value.text()));
            Arc::new(times.collect::<TimestampMillisecondArray>().with_timezone("UTC"))
        }
        Kind::Text => {
            let texts = values.map(|value| Some(value.written()).filter(|text| !text.is_empty()));
            Arc::new(texts.collect::<StringArray>())
        }
    }
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        Value::Missing(code) => Some(i64::from(*code)),
        _ => None,
    }
}

fn decimal(value: &Value) -> Option<f64> {
    match value {
        Value::Number(text) => text.parse().ok(),
        Value::Missing(code) => Some(f64::from(*code)),
        _ => None,
    }
}

/// Milliseconds since 1970 of a time as the tables write it, `2026-11-22T09:41:07Z`. Days by the proleptic Gregorian
/// calendar: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
fn milliseconds(time: &str) -> Option<i64> {
    let part = |from: usize, to: usize| time.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_from_1970() {
        assert_eq!(milliseconds("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(milliseconds("2000-03-01T00:00:01Z"), Some(951_868_801_000));
        assert_eq!(milliseconds("2026-01-05T10:00:00Z"), Some(1_767_607_200_000));
        assert_eq!(milliseconds("2024-02-29T23:59:59Z"), Some(1_709_251_199_000));
        assert_eq!(milliseconds(""), None);
    }
}
