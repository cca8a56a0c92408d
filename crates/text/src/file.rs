//! A language as a file: one sentence a line, in the order in which the words are declared.

use crate::{EN, Template, Text};

/// The first line. Counted up when the order or meaning of lines changes in a way that their number does not show.
const HEAD: &str = "linkwell-text 1";

/// What can be written as lines and read from them.
pub(crate) trait Lines {
    fn write(&self, lines: &mut Vec<&'static str>);

    /// In place: one call for a field, where a value that is given back would be copied from group to group.
    fn read(&mut self, lines: &mut Reader);
}

/// Lines on their way into words.
pub(crate) struct Reader {
    rest: &'static str,
    /// More was asked for than there is.
    short: bool,
}

impl Reader {
    #[inline(never)]
    fn next(&mut self, line: &mut &'static str) {
        match self.rest.split_once('\n') {
            Some((next, rest)) => (*line, self.rest) = (next, rest),
            None => self.short = true,
        }
    }
}

impl Lines for &'static str {
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }

    #[inline]
    fn read(&mut self, lines: &mut Reader) {
        lines.next(self);
    }
}

impl<const N: usize> Lines for Template<N> {
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self.text());
    }

    #[inline]
    fn read(&mut self, lines: &mut Reader) {
        lines.next(self.text_mut());
    }
}

impl Text {
    /// The language as study files, links and records write it.
    pub fn tag(&self) -> &'static str {
        self.language.get(..2).unwrap_or(self.language)
    }

    /// The language as the text of a file, in UTF-8 with line feeds.
    pub fn to_file(&self) -> String {
        let mut lines = vec![HEAD];
        self.write(&mut lines);
        lines.push("");
        lines.join("\n")
    }

    /// The language in the text of a file that [`Text::to_file`] of this same version wrote; `None` for any other. The
    /// text stays in memory for as long as the page lives, like the words that are compiled in.
    #[inline(never)] // In a future's code every field would cost twice as much.
    pub fn from_file(file: String) -> Option<Self> {
        let mut reader = Reader { rest: Box::leak(file.into_boxed_str()), short: false };
        let mut head = "";
        reader.next(&mut head);
        let mut text = EN;
        text.read(&mut reader);
        (head == HEAD && !reader.short && reader.rest.is_empty()).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let file = EN.to_file();
        let text = Text::from_file(file.clone()).unwrap();
        assert_eq!(text.to_file(), file);
        assert_eq!(text.question.caption.fill(["3", "14"]), "Question 3 of 14");
    }

    #[test]
    fn a_file_of_another_version_is_refused() {
        let file = EN.to_file();
        assert!(Text::from_file(file.replacen('1', "2", 1)).is_none());
        assert!(Text::from_file([&file, "more\n"].concat()).is_none());
        assert!(Text::from_file(file.rsplit_once('\n').unwrap().0.into()).is_none());
        assert!(Text::from_file(String::new()).is_none());
    }
}
