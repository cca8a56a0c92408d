//! The locksmith in a worker, and what is said to it and by it.

use super::{Done, Job, Refusal};
use crate::{
    browser::{
        errand,
        pause::drawn,
        worker::{self, Message, Thing},
    },
    researcher::{
        LOCKSMITH,
        crew::{read, write},
    },
};
use zeroize::Zeroizing;

/// Has `job` done in a worker, or in the page where there can be none.
pub(in crate::researcher) async fn beside(job: Job) -> Done {
    // Nobody needs a worker to find this.
    if job.passphrase.is_empty() {
        return Err(Refusal::NoPassphrase);
    }
    let answer = errand::run(LOCKSMITH, job.sent()).await;
    if let Some(done) = answer.and_then(arrived) {
        return done;
    }
    drawn().await;
    job.done()
}

/// Serves the page, once.
pub(in crate::researcher) fn serve() {
    worker::serve(|message| {
        // Whatever goes wrong ends this worker, and the page does the job itself.
        let job = Job::arrived(message).expect("page and worker are the same program");
        let (said, things) = match job.done() {
            Ok(file) => (Ok(()), vec![Thing::Bytes(file)]),
            Err(refusal) => (Err(refusal), Vec::new()),
        };
        worker::say(Message { text: write(&said), things });
    });
    worker::say(Message::default());
}

impl Job {
    fn sent(&self) -> Message {
        let passphrase = Zeroizing::new(self.passphrase.as_bytes().to_vec());
        let things = vec![Thing::Bytes(self.file.clone()), Thing::Bytes(passphrase)];
        Message { text: write(&self.task), things }
    }

    fn arrived(message: Message) -> Option<Self> {
        let task = read(&message.text)?;
        let mut things = bytes(message);
        let (file, passphrase) = (things.next()?, things.next()?);
        let passphrase = Zeroizing::new(str::from_utf8(&passphrase).ok()?.to_owned());
        Some(Self { task, file, passphrase })
    }
}

fn arrived(message: Message) -> Option<Done> {
    Some(match read::<Result<(), Refusal>>(&message.text)? {
        Ok(()) => Ok(bytes(message).next()?),
        Err(refusal) => Err(refusal),
    })
}

fn bytes(message: Message) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    message.things.into_iter().filter_map(|thing| match thing {
        Thing::Bytes(bytes) => Some(bytes),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_arrives_as_it_was_sent_and_its_words_hold_no_secret() {
        for (job, task) in
            [(Job::lock(b"a key", "horse"), "\"Lock\""), (Job::open(b"a file", "horse"), "\"Open\"")]
        {
            let message = job.sent();
            assert_eq!(message.text, task);
            let same = Job::arrived(message).expect("the same program");
            assert_eq!((&same.task, &same.file, &same.passphrase), (&job.task, &job.file, &job.passphrase));
            assert!(!format!("{job:?}").contains("horse"));
        }
        assert!(Job::arrived(Message { text: "\"Lock\"".into(), things: Vec::new() }).is_none());
    }

    #[test]
    fn an_answer_is_a_file_or_why_there_is_none_and_nothing_else() {
        let file = || vec![Thing::Bytes(Zeroizing::new(b"a key".to_vec()))];
        let said = |done: Result<(), Refusal>, things| arrived(Message { text: write(&done), things });
        assert_eq!(said(Ok(()), file()), Some(Ok(Zeroizing::new(b"a key".to_vec()))));
        assert_eq!(said(Err(Refusal::WrongPassphrase), Vec::new()), Some(Err(Refusal::WrongPassphrase)));
        assert_eq!(said(Ok(()), Vec::new()), None, "the page does the job itself");
        assert_eq!(arrived(Message::default()), None);
    }
}
