//! The letters, drawn for the printer: on the screen nobody sees them.

use super::make::Made;
use engine::study::Offer;
use setup::{
    inviting::letter::{Block, Letters, Run, SQUARE},
    qr::Square,
};
use yew::prelude::*;

/// A page for each person, with the words of `letters.html`.
pub(super) fn letters(offer: &Offer, made: &Made) -> Html {
    let Some(wave) = offer.study.wave(&made.wave) else { return Html::default() };
    let letters = Letters::new(&offer.study, wave, &made.base, made.expires.as_deref());
    let all = made.invited.iter().enumerate().map(|(at, one)| {
        html! { <article key={at}>{ for letters.to(one).iter().map(block) }</article> }
    });
    html! { <div class="letters" aria-hidden="true">{ for all }</div> }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(text) => html! { <p class="letter-title">{ text }</p> },
        Block::Part(text) => html! { <p class="letter-part">{ *text }</p> },
        Block::Words(runs) => html! { <p>{ for runs.iter().map(run) }</p> },
        Block::Code(code) => html! { <p class="letter-code">{ code }</p> },
        Block::Small(text) => html! { <p class="letter-small">{ text }</p> },
        Block::Ways(link, beside) => html! {
            <div class="letter-ways">{ square(link) }<div>{ for beside.iter().map(self::block) }</div></div>
        },
    }
}

fn run(run: &Run) -> Html {
    match run {
        Run::Plain(text) => html! { text },
        Run::Strong(text) | Run::Address(text) => html! { <strong>{ text }</strong> },
    }
}

/// The link as a square code. Links that are too long were refused when the letters were made.
fn square(link: &str) -> Html {
    let Some(Square { side, dark }) = Square::of(link) else { return Html::default() };
    let frame = format!("0 0 {side} {side}");
    let light = format!("M0 0h{side}v{side}H0z");
    html! {
        <svg viewBox={frame} shape-rendering="crispEdges" role="img" aria-label={SQUARE}>
            <path fill="#fff" d={light} /><path d={dark} />
        </svg>
    }
}
