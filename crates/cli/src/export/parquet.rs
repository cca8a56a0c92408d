//! `parquet`: the wide table as Parquet files, one a wave, in folders `study=…/wave=…` that dataset readers understand.
//! `arrow`: the whole table as an Arrow IPC stream.
//!
//! Study and wave stand in the names of the folders alone, because readers take them from there, and two of a name would
//! be one too many.

use std::collections::HashMap;

use arrow_ipc::writer::StreamWriter;
use arrow_schema::ArrowError;
use export::{Exported, File, Source, Value};
use parquet::{
    arrow::ArrowWriter,
    errors::ParquetError,
    file::properties::{EnabledStatistics, WriterProperties},
};

use super::columnar::batch;
use crate::error::CommandError;

/// What the folders of a wave are named after.
const PARTITIONS: [&str; 2] = ["study", "wave"];

/// The Parquet files.
///
/// # Errors
/// [`CommandError`]: the library could not make them, which no results folder is known to bring about.
pub(super) fn parquet(source: &Source<'_>) -> Result<Exported, CommandError> {
    let files = source.waves.iter().map(|wave| {
        let rows: Vec<&Vec<Value>> = source.rows.iter().filter(|row| source.wave(row) == wave).collect();
        let path = format!("study={}/wave={wave}/responses_wide.parquet", source.name);
        (path, rows)
    });
    let with_rows = files.filter(|(_, rows)| !rows.is_empty());
    let made = with_rows.map(|(path, rows)| Ok(File::new(path, bytes(source, &rows).map_err(failed)?)));
    Ok(made.collect::<Result<Vec<File>, CommandError>>()?.into())
}

fn bytes(source: &Source<'_>, rows: &[&Vec<Value>]) -> Result<Vec<u8>, ParquetError> {
    let batch = batch(source, rows, &PARTITIONS, HashMap::new())?;
    let properties = WriterProperties::builder()
        .set_created_by(concat!("linkwell ", env!("CARGO_PKG_VERSION")).to_owned())
        // The lowest and the highest participant code have no place in a footer.
        .set_statistics_enabled(EnabledStatistics::None)
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties))?;
    writer.write(&batch)?;
    writer.into_inner()
}

fn failed(error: ParquetError) -> CommandError {
    CommandError::Usage(format!("the table could not be written as Parquet: {error}"))
}

/// The whole table as an Arrow IPC stream. `provenance` stands in the metadata of its schema, as `linkwell`.
///
/// # Errors
/// [`CommandError`]: the library could not make it, which no results folder is known to bring about.
pub(super) fn arrow(source: &Source<'_>, provenance: &[u8]) -> Result<Vec<u8>, CommandError> {
    let about = String::from_utf8_lossy(provenance).into_owned();
    let stream = || -> Result<Vec<u8>, ArrowError> {
        let rows: Vec<&Vec<Value>> = source.rows.iter().collect();
        let batch = batch(source, &rows, &[], HashMap::from([("linkwell".to_owned(), about)]))?;
        let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema())?;
        writer.write(&batch)?;
        writer.into_inner()
    };
    stream().map_err(|error| CommandError::Usage(format!("the table could not be written as Arrow: {error}")))
}
