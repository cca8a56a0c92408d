//! How people answered: what they left out, in which way they did it.

use super::block::{Block, below, heading, plot, table};
use crate::analysis::{Analysis, chart, modes::Counted};

pub(super) fn answering(analysis: &Analysis) -> Vec<Block> {
    let mut blocks = vec![heading("How people answered"), below("Left out")];
    blocks.extend(plot(chart::missing(analysis)));
    blocks.extend([left_out(analysis), below("Ways of answering"), ways(analysis)]);
    blocks
}

fn left_out(analysis: &Analysis) -> Block {
    let rows = analysis.missing.iter().flat_map(|instrument| &instrument.items).flat_map(|item| {
        let waves = item.waves.iter().zip(&analysis.flow);
        waves.filter_map(|(of, flow)| {
            let of = of.as_ref().filter(|of| of.missing() > 0)?;
            Some(vec![
                item.item.clone(),
                flow.wave.clone(),
                of.asked.to_string(),
                of.not_answered.to_string(),
                of.not_said.to_string(),
            ])
        })
    });
    table(
        "Items that somebody left out. The others have all their answers.",
        &["Item", "Wave", "Asked", "Not answered", "Preferred not to say"],
        rows.collect(),
    )
}

fn ways(analysis: &Analysis) -> Block {
    let rows = analysis.mixes.iter().map(|mix| {
        let what = match &mix.of {
            Counted::Way(way) => way.as_str(),
            Counted::SameFirst => "the same way as at the first wave",
            Counted::OtherwiseFirst => "in another way than at the first wave",
        };
        let people = mix.people.map_or_else(|| "hidden".to_owned(), |people| people.to_string());
        vec![mix.wave.clone(), mix.mode.to_owned(), what.to_owned(), people]
    });
    table(
        "Help, layout, language and source at each wave. Small counts are hidden. Another way of answering can change \
         a score by itself; the team's list says of whom it is known (`--team`).",
        &["Wave", "Mode", "Way", "People"],
        rows.collect(),
    )
}
