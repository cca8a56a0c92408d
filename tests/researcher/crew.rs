//! Opening with many workers, played by this test: who gets which file, what becomes of a worker that dies, and that
//! the findings are those of the page by itself.

use crate::support::{TEAM_KEY, keys_in, mixed_files, now, offer, opened, with_archives};
use cohort::{Decisions, Examined, Reason};
use engine::study::Offer;
use linkwell::researcher::{
    Chosen, Desk, Findings, Found, Keys, Opened,
    crew::{Errand, Foreman, Order, Report, pack, read, write},
};
use std::{cell::RefCell, rc::Rc};

/// A world of workers that each do one errand in turn.
struct Play<'a> {
    files: &'a [Chosen],
    offer: &'a Offer,
    keys: Rc<Keys>,
    foreman: RefCell<Foreman>,
    /// What goes to the clerk.
    examined: RefCell<Vec<Examined>>,
    members: usize,
}

impl<'a> Play<'a> {
    fn new(files: &'a [Chosen], offer: &'a Offer, opened: Opened, members: usize) -> Self {
        let foreman = RefCell::new(Foreman::new(files.len(), opened, members));
        Self { files, offer, keys: keys_in(TEAM_KEY), foreman, examined: RefCell::default(), members }
    }

    /// As [`new`](Self::new), with what the clerk has already.
    fn with(self, examined: Vec<Examined>) -> Self {
        Self { examined: RefCell::new(examined), ..self }
    }

    /// Works until all is done. A worker dies when it gets a file that `kills`, and the run is stopped when `stops` says
    /// so of the number of lines that were told.
    fn run(self, kills: impl Fn(&str) -> bool, stops: impl Fn(usize) -> bool) -> Done {
        let desk = Desk::new(&self.keys, self.offer);
        let (mut hands, mut named): (Vec<usize>, usize) = ((0..self.members).collect(), self.members);
        let is_archive = |file: usize| archive::kind_of(self.files[file].name()).is_some();
        while !self.foreman.borrow().is_over() {
            let mut orders = Vec::new();
            for hand in &hands {
                orders.push((*hand, self.foreman.borrow_mut().next(*hand, is_archive)));
            }
            for (hand, errands) in orders {
                let mut lives = true;
                for file in errands {
                    lives = !kills(self.files[file].name());
                    let told = || self.foreman.borrow().opened().lines;
                    if !lives || stops(told()) {
                        break;
                    }
                    let passed = self.foreman.borrow().opened().entries(file);
                    let tell = |found: Found, examined: Vec<Examined>| {
                        assert_eq!(found.lines, examined.len());
                        if self.foreman.borrow_mut().take(carried(found)) {
                            self.examined.borrow_mut().extend(packed(&examined));
                        }
                    };
                    let go_on = async || !stops(told());
                    now(desk.open(file, &self.files[file], passed, &tell, &go_on));
                }
                if lives {
                    self.foreman.borrow_mut().rest(hand);
                } else {
                    self.foreman.borrow_mut().lose(hand, |file| {
                        let (found, examined) = desk.unreadable(file, &self.files[file]);
                        self.examined.borrow_mut().push(examined);
                        found
                    });
                    hands.retain(|other| *other != hand);
                    hands.push(named);
                    named += 1;
                }
                let told = self.foreman.borrow().opened().lines;
                if stops(told) {
                    self.foreman.borrow_mut().stop();
                }
            }
        }
        Done { opened: self.foreman.into_inner().into_opened(), examined: self.examined.into_inner() }
    }
}

/// What there is at the end of a run: in the page, and with the clerk.
struct Done {
    opened: Opened,
    examined: Vec<Examined>,
}

/// As it comes to the clerk.
fn packed(examined: &[Examined]) -> Vec<Examined> {
    let arrived: Vec<Examined> = serde_json::from_slice(&pack(examined)).expect("it was written here");
    assert_eq!(arrived, examined);
    arrived
}

/// As it comes from a worker.
fn carried(found: Found) -> Found {
    let report = Report::Found { run: 7, found: vec![found.clone()] };
    assert_eq!(read(&write(&report)), Some(report));
    found
}

fn findings(done: &Done, offer: &Offer) -> Findings {
    assert_eq!(done.opened.lines, done.examined.len());
    Findings::make(&done.examined, offer, &Decisions::default()).expect("right columns")
}

fn opened_alone(files: &[Chosen], offer: &Offer) -> Done {
    let (opened, examined) = opened(files, &keys_in(TEAM_KEY), offer);
    Done { opened, examined }
}

#[test]
fn any_number_of_workers_finds_what_the_page_finds() {
    let offer = offer();
    let files = with_archives(&mixed_files(&offer));
    let alone = opened_alone(&files, &offer);
    for members in [1, 2, 3, 8, 40] {
        let all = Play::new(&files, &offer, Opened::default(), members).run(|_| false, |_| false);
        assert!(all.opened.is_whole(&files) && all.opened.hidden == alone.opened.hidden, "{members}");
        assert_eq!(findings(&all, &offer), findings(&alone, &offer), "{members}");
    }
}

#[test]
fn a_file_with_which_workers_die_is_unreadable_and_no_other_suffers() {
    let offer = offer();
    let files = mixed_files(&offer);
    let alone = opened_alone(&files, &offer);
    for deadly in files.iter().map(Chosen::name) {
        let all = Play::new(&files, &offer, Opened::default(), 2).run(|name| name == deadly, |_| false);
        let found = findings(&all, &offer);
        assert_eq!(found.counts.inputs(), files.len());
        for examined in &all.examined {
            let reasons = examined.reasons();
            let is_it = examined == &desk_says_unreadable(&offer, deadly);
            assert_eq!(reasons == [Reason::Unreadable], is_it);
            assert!(is_it || alone.examined.contains(examined));
        }
    }
}

fn desk_says_unreadable(offer: &Offer, name: &str) -> cohort::Examined {
    let input =
        cohort::Input { name: name.into(), sha256: String::new(), content: Err(cohort::Refusal::Unreadable) };
    cohort::examine(input, offer, &|_, _| false)
}

#[test]
fn what_a_worker_had_when_it_died_once_is_opened_by_another() {
    let offer = offer();
    let files = with_archives(&mixed_files(&offer));
    let alone = opened_alone(&files, &offer);
    for deadly in 0..files.len() {
        let dead = RefCell::new(false);
        let once = |name: &str| name == files[deadly].name() && !dead.replace(true);
        let all = Play::new(&files, &offer, Opened::default(), 3).run(once, |_| false);
        assert_eq!(findings(&all, &offer), findings(&alone, &offer), "{deadly}");
    }
}

#[test]
fn a_run_that_is_stopped_keeps_what_it_has_and_the_next_one_does_the_rest() {
    let offer = offer();
    let files = with_archives(&mixed_files(&offer));
    let alone = opened_alone(&files, &offer);
    for most in 0..alone.opened.lines {
        let part = Play::new(&files, &offer, Opened::default(), 2).run(|_| false, |told| told >= most);
        assert!(part.opened.lines >= most && !part.opened.is_whole(&files), "{most}");
        let all = Play::new(&files, &offer, part.opened, 3).with(part.examined).run(|_| false, |_| false);
        assert_eq!(findings(&all, &offer), findings(&alone, &offer), "{most}");
    }
}

#[test]
fn nobody_gets_a_file_that_another_has_and_nobody_waits_while_there_is_one() {
    let mut foreman = Foreman::new(20_000, Opened::default(), 8);
    let mut given = std::collections::BTreeSet::new();
    for member in 0..8 {
        let errands = foreman.next(member, |_| false);
        assert!(!errands.is_empty() && errands.into_iter().all(|file| given.insert(file)));
        assert!(foreman.next(member, |_| false).is_empty(), "one order at a time");
    }
    let archives = foreman.next(8, |_| true);
    assert_eq!(archives.len(), 1, "an archive is many files");
    foreman.stop();
    assert!(foreman.next(9, |_| false).is_empty() && !foreman.is_over());
    (0..9).for_each(|member| foreman.rest(member));
    assert!(foreman.is_over());
}

#[test]
fn orders_arrive_as_they_were_given() {
    let errands = vec![Errand { file: 3, name: "größe/\"1\".txt".into(), passed: 2 }];
    for order in [Order::Begin { study: "{}".into() }, Order::Open { run: 1, errands }, Order::Stop] {
        assert_eq!(read(&write(&order)), Some(order));
    }
    assert_eq!(read::<Order>("{\"Another\":1}"), None);
}
