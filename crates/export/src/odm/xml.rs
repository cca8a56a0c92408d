//! XML, an element a line: names in the order in which they are written, every text escaped in one place.
//!
//! Promises well-formed XML 1.0 whatever stands in the tables: what XML cannot hold at all (most control characters) is
//! written as U+FFFD and counted.

/// A document that is being made.
#[derive(Debug, Default)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
    replaced: usize,
}

/// Attributes in the order in which they are written; one without a value is left out.
pub(super) type Attributes<'a> = &'a [(&'static str, Option<&'a str>)];

impl Xml {
    /// Opens an element.
    pub(super) fn start(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn end(&mut self) {
        let name = self.open.pop().expect("every end has its start");
        self.indent();
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.begin(name, attributes);
        self.out.push_str("/>\n");
    }

    /// An element that holds text alone.
    pub(super) fn text(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.begin(name, attributes);
        self.out.push('>');
        self.escape(text, false);
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// How many characters were replaced.
    pub(super) fn replaced(&self) -> usize {
        self.replaced
    }

    /// The text so far.
    pub(super) fn written(self) -> String {
        self.out
    }

    fn begin(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            let Some(value) = value else { continue };
            self.out.push_str(&format!(" {name}=\""));
            self.escape(value, true);
            self.out.push('"');
        }
    }

    fn indent(&mut self) {
        self.out.push_str(&"  ".repeat(self.open.len()));
    }

    /// A reader of XML turns line ends into one kind, and in attributes every white space into a space, unless they are
    /// written as numbers (XML 1.0, 2.11 and 3.3.3).
    fn escape(&mut self, text: &str, is_attribute: bool) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if is_attribute => self.out.push_str("&quot;"),
                '\r' => self.out.push_str("&#13;"),
                '\t' | '\n' if is_attribute => self.out.push_str(&format!("&#{};", u32::from(letter))),
                '\t' | '\n' => self.out.push(letter),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                    self.out.push('\u{fffd}');
                    self.replaced += 1;
                }
                other => self.out.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped_where_it_stands() {
        let mut xml = Xml::default();
        xml.start("A", &[("b", Some("1 < 2 & \"3\"\n\tثلاثة")), ("c", None)]);
        xml.text("D", &[], "</D> & \"ź\"\r\n\u{7}");
        xml.empty("E", &[("f", Some(""))]);
        xml.end();
        assert_eq!(xml.replaced(), 1);
        assert_eq!(
            xml.written(),
            "<A b=\"1 &lt; 2 &amp; &quot;3&quot;&#10;&#9;ثلاثة\">\n  <D>&lt;/D&gt; &amp; \"ź\"&#13;\n\u{fffd}</D>\n  \
             <E f=\"\"/>\n</A>\n"
        );
    }
}
