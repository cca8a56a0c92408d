//! A plot: marks become elements, roles become classes. How they look is in `styles/chart.css`.

use cohort::analysis::chart::{Anchor, Chart, Mark};
use yew::prelude::*;

/// A plot with its title and description for those who do not see it.
pub fn chart(chart: &Chart) -> Html {
    let (width, height) = (chart.width.ceil().to_string(), chart.height.ceil().to_string());
    let view_box = ["0 0", &width, &height].join(" ");
    html! {
        <svg class="chart" role="img" viewBox={view_box} {width} {height}>
            <title>{ &chart.title }</title>
            <desc>{ &chart.description }</desc>
            { for chart.marks.iter().map(mark) }
        </svg>
    }
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Line { role, from, to } => html! {
            <line class={role.word()} x1={text(from.x)} y1={text(from.y)} x2={text(to.x)} y2={text(to.y)} />
        },
        Mark::Dot { role, at, radius } => html! {
            <circle class={role.word()} cx={text(at.x)} cy={text(at.y)} r={text(*radius)} />
        },
        Mark::Diamond { role, at, radius } => {
            let r = text(*radius);
            let way = format!("M{} {}l{r} -{r}l{r} {r}l-{r} {r}Z", text(at.x - radius), text(at.y));
            html! { <path class={role.word()} d={way} /> }
        }
        Mark::Bar { role, corner, width, height } => html! {
            <rect class={role.word()} x={text(corner.x)} y={text(corner.y)} width={text(*width)} height={text(*height)} />
        },
        Mark::Words { role, at, anchor, text: words } => {
            let anchor = match anchor {
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
                Anchor::Start => None,
            };
            html! { <text class={role.word()} x={text(at.x)} y={text(at.y)} text-anchor={anchor}>{ words }</text> }
        }
        _ => Html::default(),
    }
}

/// A place or length to a tenth.
fn text(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}
