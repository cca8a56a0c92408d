//! What can be said of a record's invitation by itself. Whether it fits the record is among the import's reasons.
//!
//! Must never show whom it names.

use engine::{invitation::Token, record::Record, study::Study};
use serde::Serialize;

use crate::{instant::day_text, study_folder::Signer};

/// What an invitation says of itself, and whether the study's signing key made it.
#[derive(Serialize)]
pub(super) struct InvitationReport {
    /// Whether there is one.
    given: bool,
    /// Whether the study asks for one.
    required: bool,
    /// What it says, where it is whole.
    says: Option<Says>,
}

#[derive(Serialize)]
struct Says {
    signed_by_study: bool,
    study: String,
    wave: String,
    site: Option<String>,
    /// The last day on which it can be used.
    expiry: Option<String>,
}

impl InvitationReport {
    /// Of the invitation of `record`.
    pub(super) fn of(record: &Record, study: &Study, signer: Signer) -> Self {
        let token = record.invitation.as_ref().and_then(|text| text.parse::<Token>().ok());
        Self {
            given: record.invitation.is_some(),
            required: study.options.invitation_required,
            says: token.map(|token| says(&token, signer)),
        }
    }

    /// One line.
    pub(super) fn in_words(&self) -> String {
        let Some(says) = &self.says else {
            return match (self.given, self.required) {
                (true, _) => "invitation: it cannot be read".into(),
                (false, true) => "no invitation, though the study asks for one".into(),
                (false, false) => "no invitation".into(),
            };
        };
        let signed = if says.signed_by_study { "signed" } else { "NOT signed" };
        let site = says.site.as_ref().map(|site| format!(", site {site}")).unwrap_or_default();
        let until = match &says.expiry {
            Some(day) => format!("until {day}"),
            None => "without a last day".into(),
        };
        format!(
            "invitation: {signed} with the study's key, for study {}, wave {}{site}, {until}",
            says.study, says.wave
        )
    }
}

fn says(token: &Token, signer: Signer) -> Says {
    let invitation = token.invitation();
    Says {
        signed_by_study: signer.made(&token.signed_bytes(), token.signature()),
        study: invitation.study().into(),
        wave: invitation.wave().into(),
        site: invitation.site().map(Into::into),
        expiry: invitation.last_day().map(|day| day_text(day.get().into())),
    }
}
