//! What a name says about a file.

/// What kind of archive a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.zip`.
    Zip,
    /// `.tar`, not compressed.
    Tar,
    /// One that is not opened.
    Other,
}

/// The kind of archive by a file's name.
pub fn kind_of(name: &str) -> Option<Kind> {
    const OTHERS: [&str; 8] = ["gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "lz4"];
    let (_, extension) = name.rsplit_once('.')?;
    let is = |other: &str| extension.eq_ignore_ascii_case(other);
    match () {
        () if is("zip") => Some(Kind::Zip),
        () if is("tar") => Some(Kind::Tar),
        () if OTHERS.into_iter().any(is) => Some(Kind::Other),
        () => None,
    }
}

/// Whether a file is hidden: a part of its name begins with a dot, or is a folder that macOS adds.
pub fn is_hidden(name: &str) -> bool {
    name.split(['/', '\\']).any(|part| part == "__MACOSX" || (part.starts_with('.') && !is_dots(part)))
}

/// Whether a part of a name stands for a folder, as in `./a.age`.
fn is_dots(part: &str) -> bool {
    matches!(part, "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_go_by_the_end_of_the_name() {
        assert_eq!(kind_of("a.ZIP"), Some(Kind::Zip));
        assert_eq!(kind_of("a.tar"), Some(Kind::Tar));
        assert_eq!(kind_of("a.tar.gz"), Some(Kind::Other));
        assert_eq!((kind_of("zip"), kind_of("a.age.txt")), (None, None));
    }

    #[test]
    fn a_dot_that_stands_for_a_folder_hides_nothing() {
        assert!(is_hidden(".x") && is_hidden("a/.x/b") && is_hidden("__MACOSX/a"));
        assert!(!is_hidden("./a") && !is_hidden("../a") && !is_hidden("a.b"));
    }
}
