//! A plot as SVG text: marks become elements, roles become classes. The only place that knows markup of plots.

use std::fmt::Write as _;

use crate::{
    analysis::chart::{Anchor, Chart, Mark, Role},
    paper::html::escaped,
};

/// The plot.
pub(super) fn svg(chart: &Chart) -> String {
    let mut text = format!(
        "<svg viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" \
         xmlns=\"http://www.w3.org/2000/svg\"><title>{}</title><desc>{}</desc>\n",
        escaped(&chart.title),
        escaped(&chart.description),
        w = chart.width.ceil(),
        h = chart.height.ceil()
    );
    chart.marks.iter().for_each(|mark| text.push_str(&one(mark)));
    text.push_str("</svg>\n");
    text
}

fn one(mark: &Mark) -> String {
    let class = |role: &Role| format!("class=\"{}\"", role.word());
    let mut text = String::new();
    let written = match mark {
        Mark::Line { role, from, to } => {
            let (a, b) = (from, to);
            writeln!(
                text,
                "<line {} x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                class(role),
                a.x,
                a.y,
                b.x,
                b.y
            )
        }
        Mark::Dot { role, at, radius } => {
            writeln!(text, "<circle {} cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>", class(role), at.x, at.y)
        }
        Mark::Diamond { role, at, radius } => writeln!(
            text,
            "<path {} d=\"M{} {}l{radius} -{radius}l{radius} {radius}l-{radius} {radius}Z\"/>",
            class(role),
            ((at.x - radius) * 10.0).round() / 10.0,
            at.y
        ),
        Mark::Bar { role, corner, width, height } => writeln!(
            text,
            "<rect {} x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"/>",
            class(role),
            corner.x,
            corner.y
        ),
        Mark::Words { role, at, anchor, text: words } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            writeln!(
                text,
                "<text {} x=\"{}\" y=\"{}\"{anchor}>{}</text>",
                class(role),
                at.x,
                at.y,
                escaped(words)
            )
        }
    };
    written.expect("writing to a text cannot fail");
    text
}
