//! What the page's address asks for.

/// Whether the address ends in `?word`. A server sees this part, so it must never say anything about a person.
pub fn asks_for(word: &str) -> bool {
    let query = super::window().location().search().unwrap_or_default();
    query.strip_prefix('?') == Some(word)
}
