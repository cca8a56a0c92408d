//! `linkwell invite`: a signed invitation for each participant, as a table for a mail merge and as letters to print.
//!
//! Promises: nothing is written unless every row is right; nobody is invited twice; both files can be read by their
//! owner only, because whoever has a link can answer in a person's place. Must never put a participant code or a link
//! into a message.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufReader, Write as _},
    num::NonZeroU16,
    path::{Path, PathBuf},
};

use engine::{participant::ParticipantCode, study::Study};
use sealed::SigningKey;
use serde::Serialize;
use setup::inviting::{
    LastDayMistake, Terms,
    base::Base,
    expiry, invite, last_day,
    letter::Letters,
    letters,
    list::{self, List, ListError, Person},
    making::{MOST, MakingError, make_codes},
    sheet,
    signing::{SigningMistake, signing_key},
};

use crate::{
    error::{CommandError, Outcome},
    identities::read_key_file,
    instant::today,
    output::{Access, OutputFile, print, print_json, refuse_replacing},
    passphrase::PassphraseOptions,
    score::table::unreadable,
    study_folder::load_offer,
};

/// The options of `linkwell invite`.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct InviteArguments {
    /// The study file
    #[arg(long, value_name = "STUDY.json")]
    study: PathBuf,
    /// The study's signing key
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    /// Whom to invite: a table with a column `participant`; a column `site` is understood, others are handed on
    #[arg(long, value_name = "LIST.csv", required_unless_present = "make")]
    participants: Option<PathBuf>,
    /// The wave that they are invited to
    #[arg(long)]
    wave: String,
    /// Where the page is, such as `https://host.example/study/`
    #[arg(long, value_name = "URL")]
    base_url: String,
    /// Where to write the table of invitations
    #[arg(short, long, value_name = "OUT.csv")]
    output: PathBuf,
    /// Where to write the letters, a page for each person
    #[arg(long, value_name = "OUT.html")]
    letters: Option<PathBuf>,
    /// Make this many new participant codes, besides those of the list if there is one
    #[arg(long, value_name = "N")]
    make: Option<u32>,
    /// The site of those whose row names none, and of those that are made; with a link worker, SITE/LINK_WORKER
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// The last day on which the invitations can be used, 2027-03-05; without it they have none
    #[arg(long, value_name = "DATE")]
    expires: Option<String>,
    #[command(flatten)]
    passphrase: PassphraseOptions,
    /// Print the counts as JSON
    #[arg(long)]
    json: bool,
}

const HELP: &str = "\
Examples:
  linkwell invite --study our-study/study.json --key our-study/keys/signing-key.txt --participants list.csv \\
    --wave baseline --base-url https://host.example/study/ --expires 2027-03-05 -o invitations.csv --letters letters.html
  linkwell invite --study our-study/study.json --key our-study/keys/signing-key.txt --make 50 --site riverside \\
    --wave baseline --base-url https://host.example/study/ -o invitations.csv

The table has the columns participant, those of the list, code (as people read it), link, expiry, wave, site and link_worker. Columns
of these names in the list are replaced, so that the table of one wave can be the list of the next. docs/invitations.md
says how to make, send, lose and end invitations.";

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    invitations: usize,
    made: u32,
    wave: &'a str,
    expiry: Option<String>,
}

/// The participant codes of the list at `path`, in their plain form.
///
/// # Errors
/// [`CommandError`]: it cannot be read, or every mistake with its row and column.
pub(crate) fn listed_codes(path: &Path, study: &Study) -> Result<BTreeSet<String>, CommandError> {
    let people = read_list(path, study, None)?.people;
    Ok(people.into_iter().map(|person| person.participant.as_str().to_owned()).collect())
}

/// The list at `path`.
fn read_list(path: &Path, study: &Study, usual_site: Option<&str>) -> Result<List, CommandError> {
    let file = File::open(path).map_err(|error| CommandError::reading(path, &error))?;
    list::read(BufReader::new(file), study, usual_site).map_err(|error| match error {
        ListError::Rows(error) => unreadable(path, error),
        ListError::Wrong(problems) => CommandError::wrong(path, problems),
    })
}

impl InviteArguments {
    /// Runs it.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn run(self) -> Result<Outcome, CommandError> {
        self.refuse_replacing_inputs()?;
        let study = load_offer(&self.study)?.study;
        self.check_wave_and_site(&study)?;
        let base = Base::parse(&self.base_url, study.for_trial_only)
            .map_err(|mistake| CommandError::Usage(format!("--base-url: {mistake}")))?;
        let last_day = self.expires.as_deref().map(read_last_day).transpose()?;
        let list = self.people(&study)?;
        // The key comes last, so that nobody types a passphrase for a list that has mistakes.
        let key = self.signing_key(&study)?;
        let List { columns, people } = list;
        let terms = Terms { study: &study, wave: &self.wave, base: &base, last_day };
        let invited =
            invite(people, &terms, &key).map_err(|problem| CommandError::Usage(problem.to_string()))?;
        let expires = expiry(last_day);
        let table = sheet::csv(&columns, &invited, &self.wave, expires.as_deref());
        let letters = match &self.letters {
            Some(path) => {
                let wave = study.wave(&self.wave).expect("the wave was checked");
                let letters = Letters::new(&study, wave, &base, expires.as_deref());
                let html = letters::html(&letters, &invited).map_err(|_| {
                    CommandError::Usage("--base-url: the address is too long for a QR code".into())
                })?;
                Some((path, html))
            }
            None => None,
        };
        write_together(&self.output, &table, letters)?;
        self.report(invited.len(), expires, study.for_trial_only)
    }

    fn refuse_replacing_inputs(&self) -> Result<(), CommandError> {
        let inputs = [Some(&self.study), Some(&self.key), self.participants.as_ref()];
        let inputs: Vec<&Path> = inputs.into_iter().flatten().map(PathBuf::as_path).collect();
        refuse_replacing(&self.output, inputs.iter().copied())?;
        match &self.letters {
            Some(letters) if *letters == self.output => Err(CommandError::Usage(
                "the table and the letters need a file each: give --letters another name".into(),
            )),
            Some(letters) => refuse_replacing(letters, inputs),
            None => Ok(()),
        }
    }

    fn check_wave_and_site(&self, study: &Study) -> Result<(), CommandError> {
        if study.wave(&self.wave).is_none() {
            let waves: Vec<&str> = study.waves.iter().map(|wave| wave.id.as_str()).collect();
            let message =
                format!("the study has no wave of the name given to --wave: it has {}", waves.join(", "));
            return Err(CommandError::Usage(message));
        }
        match &self.site {
            Some(site) if !study.has_place(site) => {
                Err(CommandError::Usage(format!("--site: {}", list::no_such_place(study))))
            }
            _ => Ok(()),
        }
    }

    /// Those of the list and those that are made.
    fn people(&self, study: &Study) -> Result<List, CommandError> {
        let mut list = match &self.participants {
            Some(path) => read_list(path, study, self.site.as_deref())?,
            None => List::default(),
        };
        let taken: Vec<&ParticipantCode> = list.people.iter().map(|person| &person.participant).collect();
        let made = make_codes(self.make.unwrap_or(0), &taken).map_err(|error| {
            CommandError::Usage(match error {
                MakingError::TooMany => format!("--make: {MOST} codes at most are made at once"),
                MakingError::NoRandomness(error) => error.to_string(),
            })
        })?;
        let no_others = vec![String::new(); list.columns.len()];
        list.people.extend(made.into_iter().map(|participant| Person {
            participant,
            site: self.site.clone(),
            others: no_others.clone(),
        }));
        if list.people.is_empty() {
            return Err(CommandError::Usage("there is nobody to invite: the list has no row".into()));
        }
        Ok(list)
    }

    /// The study's signing key.
    fn signing_key(&self, study: &Study) -> Result<SigningKey, CommandError> {
        if study.signing_key.is_none() {
            return Err(CommandError::unreadable(
                &self.study,
                "signing_key: the study file names none: put there the public half that stands in the key file",
            ));
        }
        let file = read_key_file(&self.key, &self.passphrase)?;
        let why = match signing_key(&file, study) {
            Ok(key) => return Ok(key),
            Err(SigningMistake::NotASigningKey) => {
                "this is not a signing key: give keys/signing-key.txt of the study's folder"
            }
            Err(SigningMistake::OtherStudy) => {
                "this is not the signing key of this study: the study file names another public half"
            }
        };
        Err(CommandError::unreadable(&self.key, why))
    }

    fn report(
        &self,
        count: usize,
        expires: Option<String>,
        for_trial_only: bool,
    ) -> Result<Outcome, CommandError> {
        if for_trial_only {
            eprintln!(
                "note: this study is for trial only: its signing key is public, so anybody can make invitations"
            );
        }
        if expires.is_none() {
            eprintln!("note: these invitations have no last day: --expires gives them one");
        }
        let made = self.make.unwrap_or(0);
        let report = Report { invitations: count, made, wave: &self.wave, expiry: expires };
        if self.json {
            print_json(&report)?;
        } else {
            let until = report.expiry.map(|day| format!(", until {day}")).unwrap_or_default();
            print(&format!("{count} invitations to {}{until}; {made} of the codes are new\n", self.wave))?;
        }
        Ok(Outcome::AllWell)
    }
}

/// The day that `--expires` names.
fn read_last_day(text: &str) -> Result<NonZeroU16, CommandError> {
    last_day(text, &today()).map_err(|mistake| {
        CommandError::Usage(match mistake {
            LastDayMistake::NotADay => "--expires: write a day up to 2149-06-06 as 2027-03-05".into(),
            LastDayMistake::Over => "--expires: this day is over already".into(),
        })
    })
}

/// Writes both files, or neither as far as the system allows.
fn write_together(
    table: &Path,
    bytes: &[u8],
    letters: Option<(&PathBuf, String)>,
) -> Result<(), CommandError> {
    let mut files = vec![written(table, bytes)?];
    if let Some((path, html)) = letters {
        files.push(written(path, html.as_bytes())?);
    }
    files.into_iter().try_for_each(OutputFile::finish)
}

/// A file that only waits for its name.
fn written(path: &Path, bytes: &[u8]) -> Result<OutputFile, CommandError> {
    let mut file = OutputFile::create(path, Access::OwnerOnly)?;
    file.write_all(bytes).map_err(|error| CommandError::writing(path, &error))?;
    Ok(file)
}
