//! What the page's address asks for.

/// Whether the address ends in `?word`. A server sees this part, so it must never say anything about a person.
pub fn asks_for(word: &str) -> bool {
    let query = super::window().location().search().unwrap_or_default();
    query.strip_prefix('?') == Some(word)
}

/// Whether the page came from a host, and not from a file on a disk.
pub fn has_host() -> bool {
    super::window().location().protocol().is_ok_and(|scheme| scheme != "file:")
}
