//! A sample read back from a results folder: the same as the one that the import had.
//!
//! Must never put a cell's content into an error ([`read`](crate::results::read)).

use std::fmt;

use csv::StringRecord;
use engine::{
    catalogue::Catalogue,
    instrument::{Code, Definition, ResponseSet},
    record::is_missing_code,
};

use super::{
    Row, Sample,
    sample::{Modes, TEXT},
};
use crate::results::{
    CODEBOOK, FLOW, WIDE,
    read::{ReadError, Table},
};

/// The files of a results folder that an analysis reads, as bytes.
#[derive(Clone, Copy, Debug)]
pub struct Folder<'a> {
    /// `responses_wide.csv`
    pub wide: &'a [u8],
    /// `codebook.csv`, which names the instruments with their versions.
    pub codebook: &'a [u8],
    /// `flow.csv`, which names the waves in their order.
    pub flow: &'a [u8],
}

/// Why a results folder cannot be analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FolderError {
    /// A table cannot be read, or does not hold what it must.
    Read(ReadError),
    /// An instrument is not at hand.
    Instrument {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
    },
}

impl From<ReadError> for FolderError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Instrument { id, version } => {
                write!(
                    f,
                    "the instrument `{id}` {version} is not one of Linkwell's; name the study file with --study"
                )
            }
        }
    }
}

impl std::error::Error for FolderError {}

impl<'a> Sample<'a> {
    /// From the files of a results folder and the definitions of its instruments.
    ///
    /// # Errors
    /// [`FolderError`], the first one.
    pub fn from_folder(folder: Folder<'_>, catalogue: &'a Catalogue) -> Result<Self, FolderError> {
        let waves = waves(folder.flow)?;
        let instruments = instruments(folder.codebook, catalogue)?;
        let rows = Wide::open(folder.wide, &instruments)?.rows(&waves)?;
        Ok(Self::new(waves, instruments, rows))
    }
}

/// The waves, in the order in which the flow table counts people.
fn waves(flow: &[u8]) -> Result<Vec<String>, FolderError> {
    let table = Table::read(FLOW, flow)?;
    let (measure, wave) = (table.column("measure")?, table.column("wave")?);
    let mut waves: Vec<String> =
        table.rows.iter().filter(|row| &row[measure] == "persons").map(|row| row[wave].to_owned()).collect();
    waves.dedup();
    Ok(waves)
}

/// The instruments, in the order of their columns.
fn instruments<'a>(codebook: &[u8], catalogue: &'a Catalogue) -> Result<Vec<&'a Definition>, FolderError> {
    let table = Table::read(CODEBOOK, codebook)?;
    let (id, version) = (table.column("instrument")?, table.column("version")?);
    let mut named: Vec<(&str, &str)> =
        table.rows.iter().map(|row| (&row[id], &row[version])).filter(|(id, _)| !id.is_empty()).collect();
    named.dedup();
    let found = |(id, version): (&str, &str)| match catalogue.find(id, version) {
        Some(instrument) => Ok(&instrument.definition),
        None => Err(FolderError::Instrument { id: id.to_owned(), version: version.to_owned() }),
    };
    named.into_iter().map(found).collect()
}

/// The wide table with the columns that are looked at.
struct Wide {
    table: Table,
    participant: usize,
    wave: usize,
    site: usize,
    link_worker: usize,
    /// Help, layout, language and source.
    modes: [usize; 4],
    attention: usize,
    /// One list an instrument, a column an item, and whether people's own words stand in it.
    items: Vec<Vec<(usize, bool)>>,
}

impl Wide {
    fn open(bytes: &[u8], instruments: &[&Definition]) -> Result<Self, FolderError> {
        let table = Table::read(WIDE, bytes)?;
        let of = |definition: &&Definition| -> Result<Vec<(usize, bool)>, FolderError> {
            let own_words =
                |id: &str| matches!(definition.response_sets.get(id), Some(ResponseSet::Text { .. }));
            let items = definition.items.iter();
            items.map(|item| Ok((table.column(&item.id)?, own_words(&item.responses)))).collect()
        };
        Ok(Self {
            participant: table.column("participant")?,
            wave: table.column("wave")?,
            site: table.column("site")?,
            link_worker: table.column("link_worker")?,
            modes: [
                table.column("help")?,
                table.column("layout")?,
                table.column("language")?,
                table.column("source")?,
            ],
            attention: table.column("attention")?,
            items: instruments.iter().map(of).collect::<Result<_, _>>()?,
            table,
        })
    }

    fn rows(&self, waves: &[String]) -> Result<Vec<Row>, FolderError> {
        self.table.rows.iter().enumerate().map(|(at, row)| self.row(at, row, waves)).collect()
    }

    fn row(&self, number: usize, row: &StringRecord, waves: &[String]) -> Result<Row, FolderError> {
        let wrong = |at: usize| self.table.wrong(number, at);
        let text = |at: usize| (!row[at].is_empty()).then(|| row[at].to_owned());
        let code = |(at, own_words): &(usize, bool)| match row[*at].parse::<Code>() {
            Ok(code) if !own_words || is_missing_code(code) => Ok(code),
            _ if *own_words => Ok(TEXT),
            _ => Err(wrong(*at)),
        };
        let codes =
            |items: &Vec<(usize, bool)>| items.iter().map(code).collect::<Result<Vec<_>, _>>().map(Some);
        let [help, layout, language, source] = self.modes.map(text);
        Ok(Row {
            participant: text(self.participant).ok_or_else(|| wrong(self.participant))?,
            wave: waves.iter().position(|wave| *wave == row[self.wave]).ok_or_else(|| wrong(self.wave))?,
            site: text(self.site),
            link_worker: text(self.link_worker),
            modes: Modes { help, layout, language, source },
            settled: row[self.attention].is_empty(),
            codes: self.items.iter().map(codes).collect::<Result<_, _>>()?,
        })
    }
}
