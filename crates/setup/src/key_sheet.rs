//! The key sheet: a page to print and file, with fingerprints and what losing each key means.
//!
//! Must never hold a secret: it lies in a drawer.

use sealed::fingerprint;

use crate::{
    keys::{PublicKeys, RECOVERY, SIGNING, TEAM},
    qr,
};

/// The sheet as one self-contained HTML file. `study` is the id of a study; `today` a day such as `2026-11-22`.
pub fn html(study: &str, keys: &PublicKeys, today: &str) -> String {
    let study = &escaped(study);
    let team = fingerprint(&keys.team);
    let recovery = fingerprint(&keys.recovery);
    let rows = [
        row(
            "Team identity",
            TEAM,
            &team,
            "Opens every answer. If it is lost, or its passphrase is forgotten, the recovery identity still opens \
             everything: use that one, add a new key with <code>linkwell study recipients add</code>, and retire the \
             lost one. Nothing is lost yet, but one more loss would be for ever.",
        ),
        row(
            "Recovery identity",
            RECOVERY,
            &recovery,
            "Opens every answer, too. It belongs with somebody else, in another place. If it is lost, or its passphrase \
             is forgotten, the team's still opens everything: add a new recovery key at once. If both are lost, no \
             answer can ever be read again, by anybody; there is no back door, and nobody who could help.",
        ),
        row(
            "Signing key",
            SIGNING,
            &keys.signing.to_string(),
            "Signs invitations and opens nothing. If it is lost, no more invitations can be made with this study file; \
             answers are safe. If somebody else has it, they can sign invitations of their own.",
        ),
    ];
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Key sheet: {study}</title>\n\
         {STYLE}\n</head>\n<body>\n<h1>Key sheet: {study}</h1>\n<p>Made on {}. This sheet holds no secret. \
         A fingerprint tells one key from another: it is the beginning of the SHA-256 of the public key, which \
         stands in the key file, so <code>printf %s PUBLIC-KEY | sha256sum</code> makes it again. \
         The square code beside it holds the same text, to compare by machine.</p>\n\
         <p>Prove once a year that every key still works: “Try out the keys” in the researcher’s page, or \
         <code>linkwell study drill</code>. Never throw away a key \
         that was a recipient: older answers need it.</p>\n{}\n\
         <h2>If somebody may have seen a key or its passphrase</h2>\n<p>Stop collecting answers, make a new study \
         folder, and tell the person who is responsible for data protection.</p>\n</body>\n</html>\n",
        escaped(today),
        rows.join("\n"),
    )
}

const STYLE: &str = "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}\
section{border:1px solid;padding:0 1rem;margin:1rem 0;break-inside:avoid}code{overflow-wrap:anywhere}\
svg{width:9rem;float:right;margin:1rem 0 0 1rem}.line{border-bottom:1px solid;height:2rem;margin:0 0 .5rem}</style>";

fn row(name: &str, file: &str, fingerprint: &str, losing: &str) -> String {
    let code = qr::svg(fingerprint, &format!("QR code of the fingerprint: {name}")).unwrap_or_default();
    format!(
        "<section>\n{code}\n<h2>{name}</h2>\n<p>File: <code>{file}</code></p>\n<p>Fingerprint: <code>{fingerprint}</code></p>\n\
         <p>{losing}</p>\n<p>Kept by (name, place, date):</p>\n<div class=\"line\"></div>\n<div class=\"line\"></div>\n</section>"
    )
}

/// An id has nothing to escape, but one that is still being typed may.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
