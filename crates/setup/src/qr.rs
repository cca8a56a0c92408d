//! Text as a QR code, drawn as SVG for a page that is printed.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, as its standard (ISO/IEC 18004) asks.
const QUIET: i32 = 4;

/// A square code as what a picture of it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    /// Its side in modules, with the light ones around it.
    pub side: i32,
    /// The dark modules as SVG path data.
    pub dark: String,
}

impl Square {
    /// The QR code of `text` at level M, which a scratch or a fold does not spoil; `None` where the text is too long for any
    /// code.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        Some(Self { side: code.size() + 2 * QUIET, dark: dark(&code) })
    }
}

/// The QR code of `text` at level M, which a scratch or a fold does not spoil; `label` says what it is to whoever cannot
/// see it, and needs no escaping. `None` where the text is too long for any code.
pub fn svg(text: &str, label: &str) -> Option<String> {
    let Square { side, dark } = Square::of(text)?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         role=\"img\" aria-label=\"{label}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{dark}\"/></svg>"
    ))
}

/// The dark modules as SVG path data, a rectangle for each run in a row.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let run = x - start;
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", start + QUIET, y + QUIET));
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the SVG's path on a grid of pixels and reads it with another program's decoder.
    fn decoded(svg: &str) -> String {
        const SCALE: usize = 4;
        let number = |text: &str| text.parse::<usize>().expect("a whole number");
        let side =
            svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a side");
        let side = number(side);
        let path = svg.rsplit("<path d=\"").next().and_then(|rest| rest.split('"').next()).expect("a path");
        let mut pixels = vec![false; side * side];
        for run in path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').expect("x");
            let (y, rest) = rest.split_once('h').expect("y");
            let (length, _) = rest.split_once('v').expect("a run");
            for at in 0..number(length) {
                pixels[number(y) * side + number(x) + at] = true;
            }
        }
        let grey = |x: usize, y: usize| if pixels[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, grey);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("it can be read").1
    }

    #[test]
    fn what_is_drawn_reads_as_the_text() {
        let link = |length: usize| format!("https://host.example/study/#i={}", "aB3_".repeat(length));
        for text in
            ["a".into(), "3f0a 91c2 77de 0b12 3f0a 91c2 77de 0b12".into(), link(1), link(44), link(65)]
        {
            assert_eq!(decoded(&svg(&text, "A code").expect("it fits")), text);
        }
        assert_eq!(svg(&"a".repeat(4000), "A code"), None);
    }

    #[test]
    fn a_usual_link_fits_a_code_of_version_10() {
        let link = format!("https://host.example/study/#i={}", "a".repeat(176));
        let code = QrCode::encode_text(&link, QrCodeEcc::Medium).expect("it fits");
        assert!(code.version().value() <= 10, "{}", code.version().value());
    }
}
