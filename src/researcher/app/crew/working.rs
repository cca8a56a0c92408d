//! What the page does whenever a worker has said something or is gone.

use super::{super::running, Crew, Member, State};
use crate::{
    browser::{
        clock, spawn,
        worker::{Message, Thing, Told},
    },
    researcher::{
        crew::{Errand, Order, Report, pack, read, write},
        open::Desk,
        opened::{Found, Progress},
        opening::minutes_left,
        store::Action,
    },
};

/// How often the page says how far it is, in milliseconds.
const SAY_MS: i64 = 100;
/// So many workers may die in one run before the page stops to trust them.
const DEATHS: usize = 40;

impl Crew {
    pub(super) fn hear(&self, number: usize, told: Told) {
        if !self.state.borrow().members.contains_key(&number) {
            return;
        }
        match told {
            Told::Died => return self.lose_soon(number),
            Told::Said(message) => match read(&message.text) {
                Some(Report::Ready) => self.change(number, |member| member.is_ready = true),
                Some(Report::Found { run, found }) => self.take(run, found, message.things),
                Some(Report::Idle { run }) => {
                    self.change(number, |member| member.is_busy = false);
                    if let Some(of) = self.state.borrow_mut().run.as_mut().filter(|of| of.number == run) {
                        of.foreman.rest(number);
                    }
                }
                None => return self.lose_soon(number),
            },
        }
        self.hand_out();
        self.finish_if_over();
    }

    fn change(&self, number: usize, change: impl FnOnce(&mut Member)) {
        if let Some(member) = self.state.borrow_mut().members.get_mut(&number) {
            change(member);
        }
    }

    /// Takes what a worker found, and hands what it examined to the clerk, as it came.
    fn take(&self, number: u32, found: Vec<Found>, things: Vec<Thing>) {
        let mut state = self.state.borrow_mut();
        let Some(run) = state.run.as_mut().filter(|run| run.number == number) else { return };
        let (mut things, mut parts) = (things.into_iter(), Vec::new());
        for part in found {
            let examined = if part.lines > 0 { things.next() } else { None };
            if run.foreman.take(part)
                && let Some(Thing::Bytes(bytes)) = examined
            {
                parts.push(bytes);
            }
        }
        self.office.take(parts);
        let now = clock::now_ms();
        if now - run.said_ms < SAY_MS {
            return;
        }
        run.said_ms = now;
        let progress = run.foreman.opened().progress(run.foreman.files());
        let (done, rest) = (progress.done.saturating_sub(run.first), progress.all - progress.done);
        let minutes = minutes_left(now - run.begun_ms, done, rest);
        let (act, number) = (run.act.clone(), run.number);
        drop(state);
        act.dispatch(Action::Opened(number, Progress { minutes, ..progress }));
    }

    /// Not while it is still speaking: what it speaks through goes with it.
    fn lose_soon(&self, number: usize) {
        let crew = self.clone();
        spawn(async move { crew.lose(number) });
    }

    /// A worker is gone, and another one takes its place.
    fn lose(&self, number: usize) {
        let mut state = self.state.borrow_mut();
        let was_ready = state.members.remove(&number).is_some_and(|member| member.is_ready);
        let mut is_trusted = was_ready;
        if let Some(run) = &mut state.run {
            let (files, desk) = (run.files.clone(), Desk::new(&run.keys, &run.study.offer));
            let mut parts = Vec::new();
            run.foreman.lose(number, |file| {
                let (found, examined) = desk.unreadable(file, &files[file]);
                parts.push(pack(&[examined]));
                found
            });
            self.office.take(parts);
            run.deaths += 1;
            is_trusted &= run.deaths < DEATHS;
        }
        let nobody_is_left = state.members.is_empty();
        drop(state);
        let is_replaced = is_trusted && self.hire();
        if nobody_is_left && !is_replaced {
            return self.go_on_alone();
        }
        self.hand_out();
        self.finish_if_over();
    }

    /// Gives everybody who rests something to do.
    pub(super) fn hand_out(&self) {
        let mut state = self.state.borrow_mut();
        let State { members, run: Some(run), .. } = &mut *state else { return };
        for (number, member) in members.iter_mut().filter(|(_, member)| member.is_ready && !member.is_busy) {
            let files = run.files.clone();
            let errands = run.foreman.next(*number, |file| archive::kind_of(files[file].name()).is_some());
            if errands.is_empty() {
                continue;
            }
            if member.tools_of != Some(run.number) {
                member.tools_of = Some(run.number);
                let text = write(&Order::Begin { study: run.study.source.to_string() });
                member.worker.say(Message { text, things: vec![Thing::Bytes(run.keys.written())] });
            }
            let things = errands.iter().map(|file| files[*file].sent()).collect();
            let opened = run.foreman.opened();
            let errand = |file: usize| Errand {
                file,
                name: files[file].name().to_owned(),
                passed: opened.entries(file),
            };
            let errands = errands.into_iter().map(errand).collect();
            let text = write(&Order::Open { run: run.number, errands });
            member.is_busy = true;
            if !member.worker.say(Message { text, things }) {
                self.lose_soon(*number);
            }
        }
    }

    pub(super) fn finish_if_over(&self) {
        let mut state = self.state.borrow_mut();
        if !state.run.as_ref().is_some_and(|run| run.foreman.is_over()) {
            return;
        }
        let run = state.run.take().expect("there is one");
        drop(state);
        let files = run.files.len();
        running::finish(run.act, run.number, run.foreman.into_opened(), files);
    }

    /// The page opens what is left by itself.
    pub(super) fn go_on_alone(&self) {
        let mut state = self.state.borrow_mut();
        state.members.clear();
        let Some(run) = state.run.take() else { return };
        drop(state);
        let office = self.office.clone();
        run.alone.start(
            run.number,
            run.files,
            run.foreman.into_opened(),
            run.keys,
            run.study,
            run.act,
            office,
        );
    }
}
