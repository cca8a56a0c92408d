//! Where a session stands, and the number of each step.

/// Where a session stands. Steps have an order: each comes after those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What this is about.
    Start,
    /// What taking part means, and the boxes to agree to it; only where the study asks.
    Consent,
    /// The participant code.
    Code,
    /// Who is filling this in.
    Who,
    /// The item at this position of the plan.
    Item(usize),
    /// Check your answers.
    Check,
    /// Finished: nothing can be changed any more.
    Finished,
}

/// The number of the first item. Those below it are for steps that come once: a step that is added takes the next free
/// one, so that numbers in drafts and in the browser's history keep their meaning.
const FIRST_ITEM: u32 = 16;

impl Step {
    /// The step's number in a plan of any length: stable text for the browser's history and for drafts.
    pub fn to_number(self) -> u32 {
        match self {
            Self::Start => 0,
            Self::Code => 1,
            Self::Who => 2,
            Self::Check => 3,
            Self::Finished => 4,
            Self::Consent => 5,
            Self::Item(position) => FIRST_ITEM.saturating_add(position as u32),
        }
    }

    /// The step with this number; the start for a number that this version does not know.
    pub fn from_number(number: u32) -> Self {
        match number {
            1 => Self::Code,
            2 => Self::Who,
            3 => Self::Check,
            4 => Self::Finished,
            5 => Self::Consent,
            FIRST_ITEM.. => Self::Item((number - FIRST_ITEM) as usize),
            _ => Self::Start,
        }
    }
}
