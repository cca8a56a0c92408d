//! The house rules, each as a check that can fail. Promises that every breach is named with its file and line or its
//! package. Must never change a file.

mod addresses;
mod build_id;
mod bundle;
mod dependencies;
mod features;
mod languages;
mod licences;
mod promises;
mod sources;
mod vectors;

use anyhow::{Result, bail};

/// Rules about the source text and the dependencies: nothing has to be built for them.
pub fn house() -> Result<()> {
    let mut breaches = sources::breaches()?;
    breaches.extend(dependencies::breaches()?);
    breaches.extend(licences::breaches()?);
    breaches.extend(vectors::breaches()?);
    breaches.extend(promises::breaches()?);
    judge(breaches)
}

/// Rules about the built pages.
pub fn built_pages() -> Result<()> {
    let mut breaches = addresses::breaches()?;
    breaches.extend(bundle::breaches()?);
    breaches.extend(languages::breaches()?);
    breaches.extend(features::breaches()?);
    breaches.extend(build_id::breaches()?);
    judge(breaches)
}

fn judge(breaches: Vec<String>) -> Result<()> {
    for breach in &breaches {
        println!("  {breach}");
    }
    match breaches.len() {
        0 => Ok(()),
        1 => bail!("one rule is broken"),
        count => bail!("{count} rules are broken"),
    }
}
