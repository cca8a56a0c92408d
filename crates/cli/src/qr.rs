//! Text as a QR code, drawn as SVG for a page that is printed.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, as its standard (ISO/IEC 18004) asks.
const QUIET: i32 = 4;

/// The QR code of `text` at level M, which a scratch or a fold does not spoil; `label` says what it is to whoever cannot
/// see it, and needs no escaping. `None` where the text is too long for any code.
pub fn svg(text: &str, label: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" \
         role=\"img\" aria-label=\"{label}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{}\"/></svg>",
        dark(&code)
    ))
}

/// The dark modules as SVG path data, a square for each.
fn dark(code: &QrCode) -> String {
    let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    places
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the SVG's path on a grid of pixels and reads it with another program's decoder.
    fn decoded(svg: &str) -> String {
        const SCALE: usize = 4;
        let side =
            svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a side");
        let side: usize = side.parse().expect("a whole number");
        let path = svg.rsplit("<path d=\"").next().and_then(|rest| rest.split('"').next()).expect("a path");
        let mut dark = vec![false; side * side];
        for square in path.split('M').skip(1) {
            let (x, rest) = square.split_once(' ').expect("x");
            let (y, _) = rest.split_once('h').expect("y");
            let [x, y] = [x, y].map(|number| number.parse::<usize>().expect("a whole number"));
            dark[y * side + x] = true;
        }
        let grey = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, grey);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code");
        grids[0].decode().expect("it can be read").1
    }

    #[test]
    fn what_is_drawn_reads_as_the_text() {
        for text in ["a", "3f0a 91c2 77de 0b12 3f0a 91c2 77de 0b12", &"linkwell-verify-1q".repeat(5)] {
            assert_eq!(decoded(&svg(text, "A code").expect("it fits")), text);
        }
        assert_eq!(svg(&"a".repeat(3000), "A code"), None);
    }
}
