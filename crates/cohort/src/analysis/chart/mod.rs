//! Plots as plain values: lines, dots, bars and words with places and roles, for whoever draws them. The report writes
//! them as SVG, the researcher's page draws them as components.
//!
//! Promises: places are rounded to a tenth, so that the same analysis gives the same bytes; every plot has a title and a
//! description that say in words what it shows and which direction is better, and its numbers stand in a table, too.
//! Must never hold markup, a colour, or one person's score: what is drawn is of five people at least
//! ([`statistics::aggregate`], [`statistics::groups`]).

mod axis;
mod contacts;
mod flow;
mod forest;
mod missing;
mod overview;
mod paired;
mod slopes;
mod spread;

use serde::{Deserialize, Serialize};
use statistics::person::Better;

pub(super) use axis::{change_cells, score_cells};
pub use contacts::of_contacts;
pub use flow::flow;
pub use forest::forest;
pub use missing::missing;
pub use overview::{Glance, glances, overview};
pub use slopes::slopes;
pub(super) use spread::points;
pub use spread::{of_change, of_waves};

/// A plot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// What it shows, in a few words.
    pub title: String,
    /// What is to be seen in it, in a sentence or two, for whoever does not see it.
    pub description: String,
    /// How wide it is, in the unit of all places.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What is drawn, the lowest layer first.
    pub marks: Vec<Mark>,
}

/// A place: `x` to the right, `y` downwards.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Mark {
    /// A straight line.
    Line {
        /// What it stands for.
        role: Role,
        /// Where it begins.
        from: Place,
        /// Where it ends.
        to: Place,
    },
    /// A filled circle.
    Dot {
        /// What it stands for.
        role: Role,
        /// Its middle.
        at: Place,
        /// Its radius.
        radius: f64,
    },
    /// A filled square on its corner.
    Diamond {
        /// What it stands for.
        role: Role,
        /// Its middle.
        at: Place,
        /// From its middle to a corner.
        radius: f64,
    },
    /// A rectangle.
    Bar {
        /// What it stands for.
        role: Role,
        /// Its upper left corner.
        corner: Place,
        /// How wide it is.
        width: f64,
        /// How high it is.
        height: f64,
    },
    /// Words on one line.
    Words {
        /// What they stand for.
        role: Role,
        /// Where they stand, on their base line.
        at: Place,
        /// Which part of them stands there.
        anchor: Anchor,
        /// The words.
        text: String,
    },
}

/// What a mark stands for; how that looks is the business of whoever draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Role {
    /// Axes and their words.
    Axis,
    /// Where there is no change.
    Zero,
    /// Everybody, and what matters most.
    Everybody,
    /// A group.
    Group,
    /// Several people who changed about alike.
    Bundle,
    /// An interval.
    Interval,
    /// People counted.
    People,
    /// A box with something in it.
    Frame,
    /// Words that name something.
    Name,
    /// Words that head several others.
    Heading,
    /// A share: nothing, little, some, much.
    Share(
        /// 0 to 3.
        u8,
    ),
}

/// Which part of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

impl Role {
    /// A word for it, to be a class.
    pub fn word(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Zero => "zero",
            Self::Everybody => "everybody",
            Self::Group => "group",
            Self::Bundle => "bundle",
            Self::Interval => "interval",
            Self::People => "people",
            Self::Frame => "frame",
            Self::Name => "name",
            Self::Heading => "heading",
            Self::Share(0) => "share-none",
            Self::Share(1) => "share-little",
            Self::Share(2) => "share-some",
            Self::Share(_) => "share-much",
        }
    }
}

/// To a tenth, and never −0.
fn place(x: f64, y: f64) -> Place {
    let rounded = |value: f64| (value * 10.0).round() / 10.0 + 0.0;
    Place { x: rounded(x), y: rounded(y) }
}

fn line(role: Role, from: (f64, f64), to: (f64, f64)) -> Mark {
    Mark::Line { role, from: place(from.0, from.1), to: place(to.0, to.1) }
}

fn words(role: Role, x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Mark {
    Mark::Words { role, at: place(x, y), anchor, text: text.into() }
}

fn bar(role: Role, left: f64, right: f64, top: f64, bottom: f64) -> Mark {
    let (corner, end) = (place(left, top), place(right, bottom));
    let size = place(end.x - corner.x, end.y - corner.y);
    Mark::Bar { role, corner, width: size.x, height: size.y }
}

fn dot(role: Role, x: f64, y: f64, radius: f64) -> Mark {
    Mark::Dot { role, at: place(x, y), radius }
}

fn diamond(role: Role, x: f64, y: f64, radius: f64) -> Mark {
    Mark::Diamond { role, at: place(x, y), radius }
}

/// Which direction is good, in words.
pub(super) fn direction(better: Option<Better>) -> &'static str {
    match better {
        Some(Better::Higher) => "higher is better",
        Some(Better::Lower) => "lower is better",
        None => "neither direction is better",
    }
}
