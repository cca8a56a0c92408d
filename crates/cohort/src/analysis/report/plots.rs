//! Every plot of the report as an SVG file of its own, to put into a paper or slides.

use super::{PLOT_STYLES, svg::svg};
use crate::analysis::{Analysis, chart, chart::Chart};

/// A plot as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The file's name, of small letters, digits, `_` and `-`, with `.svg`.
    pub name: String,
    /// The file.
    pub svg: String,
}

/// Every plot that there is, named after what it shows.
pub fn plots(analysis: &Analysis) -> Vec<Plot> {
    let mut all = vec![
        ("overview".to_owned(), chart::overview(analysis)),
        ("flow".to_owned(), chart::flow(analysis)),
        ("missing".to_owned(), chart::missing(analysis)),
    ];
    for scale in &analysis.scales {
        all.push((format!("{}_waves", scale.scale), chart::of_waves(scale)));
        for change in &scale.changes {
            let name = |what: &str| format!("{}_{}_{what}", scale.scale, change.wave);
            all.push((name("slopes"), chart::slopes(scale, change)));
            all.push((name("changes"), chart::of_change(scale, change)));
            all.push((name("groups"), chart::forest(scale, change)));
        }
    }
    all.push(("contacts".to_owned(), analysis.contacts.as_ref().and_then(chart::of_contacts)));
    all.into_iter().filter_map(|(name, chart)| Some(file(&name, &chart?))).collect()
}

fn file(name: &str, chart: &Chart) -> Plot {
    // Names of waves come from a table: nothing of them may be a path.
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c.to_ascii_lowercase() } else { '_' };
    let name: String = name.chars().map(safe).collect();
    let style = format!(
        "<style>\n{PLOT_STYLES}svg {{ color: var(--ink); background: var(--paper); font-family: system-ui, sans-serif; \
         }}\n</style>\n<title>"
    );
    Plot { name: format!("{name}.svg"), svg: svg(chart).replacen("<title>", &style, 1) }
}
