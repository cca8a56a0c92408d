//! Two keyings of a form beside each other, until they say the same.

use super::{
    keyed::{Keyed, Mistake},
    place::Place,
    store::{Difference, Pass, Settled, Stage, Store, no_nonce},
};
use cohort::keying::differences;
use engine::study::Offer;
use std::rc::Rc;

impl Store {
    /// Both keyings beside each other. One of them may lack what the other one's wave asks: that is keyed in first.
    pub(super) fn compare(&mut self, offer: &Rc<Offer>) {
        let made = [(Pass::First, &self.first), (Pass::Second, &self.second)]
            .map(|(pass, keyed)| keyed.record(offer, no_nonce()).map_err(|mistakes| (pass, mistakes)));
        let (first, second) = match made {
            [Ok(first), Ok(second)] => (first, second),
            [Err((pass, mistakes)), _] | [_, Err((pass, mistakes))] => {
                self.go(Stage::Keying(pass));
                return self.refuse(mistakes);
            }
        };
        let mut places: Vec<Place> =
            differences(&first, &second).iter().map(|found| Place::of(&found.place)).collect();
        // Forms of two waves, or in two languages, have nothing else to compare.
        let whole = |place: &Place| matches!(place, Place::Wave | Place::Language);
        if places.iter().any(whole) {
            places.retain(whole);
        }
        if places.is_empty() {
            return self.go(Stage::Agreed);
        }
        let open = places.into_iter().map(|place| Difference { place, settled: None });
        self.go(Stage::Comparing(open.collect()));
    }

    pub(super) fn settle(&mut self, at: &Place, settled: Settled) {
        self.mistakes.retain(|mistake| mistake.place != *at);
        if let Stage::Comparing(differences) = &mut self.stage
            && let Some(found) = differences.iter_mut().find(|found| found.place == *at)
        {
            found.settled = Some(settled);
        }
    }

    /// Writes into both keyings what counts, and compares them again.
    pub(super) fn settle_all(&mut self) {
        let (Stage::Comparing(differences), Some(offer)) = (self.stage.clone(), self.offer.clone()) else {
            return;
        };
        let open = differences.iter().filter(|found| found.settled.is_none());
        let open: Vec<Mistake> = open.map(|found| Mistake::not_chosen(&found.place)).collect();
        if !open.is_empty() {
            return self.refuse(open);
        }
        let (mut first, mut second) = (self.first.clone(), self.second.clone());
        for Difference { place, settled } in &differences {
            match settled {
                Some(Settled::As(Pass::First)) => second.take(place, &first),
                Some(Settled::As(Pass::Second)) => first.take(place, &second),
                Some(Settled::Neither(text)) => {
                    let typed = Keyed::default().with(place.clone(), text.as_str());
                    first.take(place, &typed);
                    second.take(place, &typed);
                }
                None => {}
            }
        }
        // What was typed anew can be wrong itself: then it is mended here, where it was typed.
        let typed = |place: &Place| {
            differences.iter().any(|d| d.place == *place && matches!(d.settled, Some(Settled::Neither(_))))
        };
        if let Err(mistakes) = first.record(&offer, no_nonce()) {
            let of_typed: Vec<Mistake> = mistakes.into_iter().filter(|wrong| typed(&wrong.place)).collect();
            if !of_typed.is_empty() {
                return self.refuse(of_typed);
            }
        }
        (self.first, self.second) = (first, second);
        self.compare(&offer);
    }
}
