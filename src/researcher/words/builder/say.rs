//! The single sentences of the study builder.

/// What there is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// The page's name in the title of the window.
    Name,
    /// The link past the head of the page.
    SkipLink,
    /// The link back to opening files.
    Back,
    /// The heading before there is a study.
    BeginHeading,
    /// What this page does.
    BeginLead,
    /// The head of the way that begins a new study.
    NewHeading,
    /// What a new study begins with.
    NewLead,
    /// The button that begins it.
    NewButton,
    /// The head of the way that opens one.
    OpenHeading,
    /// Which files can be opened.
    OpenLead,
    /// The field for the file.
    OpenButton,
    /// What this page keeps.
    Privacy,
    /// The heading while there is a study.
    Heading,
    /// That nothing is kept before it is saved.
    Unsaved,
    /// The name of the list of parts.
    Parts,
    /// The button that begins with another study.
    Another,
    /// The head of the list of mistakes.
    Mistakes,
    /// Before an error message.
    Error,
    /// Beside what still stands as in every new study.
    StillToWrite,
    /// The choice of the language whose texts are written.
    WriteIn,
    /// About words of a language that are missing.
    WrittenInEnglish,
    /// The baseline has no window.
    BaselineWindow,
    /// The legend of a window.
    Window,
    /// What a window counts from.
    WindowHint,
    /// The button that takes a window out.
    DropWindow,
    /// The legend of a wave's instruments.
    AskedHeading,
    /// The legend of the instruments at hand.
    InstrumentsHeading,
    /// The box that takes an instrument into the study.
    UseIt,
    /// What must be done to use it.
    Duties,
    /// Whose it is and what is allowed.
    Licence,
    /// How to cite it.
    Citation,
    /// There are no words for it.
    NoWording,
    /// The definition is not at hand.
    NotAtHand,
    /// The button that pastes a wording.
    PasteWording,
    /// The legend of the pasted wording.
    PasteHeading,
    /// What is done with it.
    PasteLead,
    /// The button that takes the wording.
    PasteDone,
    /// The button that gives it up.
    PasteStop,
    /// The button that pins the instrument as it is at hand.
    PinAgain,
    /// The head of the field for instrument files.
    OwnHeading,
    /// Which files.
    OwnLead,
    /// The field.
    OwnButton,
    /// What is wrong with the file.
    OwnWrong,
    /// English is always there.
    EnglishAlways,
    /// No native speaker has checked the words.
    NotChecked,
    /// The box: people are asked for their consent on the page.
    Consent,
    /// What happens where they are not.
    ConsentHint,
    /// The legend of the sections.
    Sections,
    /// The legend of the statements.
    Statements,
    /// The box: nobody can take part without it.
    Required,
    /// The box.
    CopyOfAnswers,
    /// About it.
    CopyOfAnswersHint,
    /// The box.
    ReadAloud,
    /// About it.
    ReadAloudHint,
    /// The box.
    PaperForm,
    /// About it.
    PaperFormHint,
    /// The box.
    InvitationRequired,
    /// About it.
    InvitationRequiredHint,
    /// The box.
    Deposit,
    /// About it.
    DepositHint,
    /// The box.
    KeepsVersions,
    /// About it.
    KeepsVersionsHint,
    /// What losing a key means: the team's.
    TeamKey,
    /// The recovery key.
    RecoveryKey,
    /// The signing key.
    SigningKey,
    /// All of them.
    LoseBoth,
    /// The legend of making keys.
    MakeHeading,
    /// What it does.
    MakeLead,
    /// That it takes the place of the keys that the study names.
    MakeAgain,
    /// The field.
    TeamPassphrase,
    /// The field.
    RecoveryPassphrase,
    /// The field for the same again.
    SameAgain,
    /// What a good passphrase is.
    PassphraseHint,
    /// The box: no passphrase.
    OpenKeys,
    /// What that means.
    OpenKeysHint,
    /// The button.
    MakeKeys,
    /// While it works.
    MakingKeys,
    /// The keys are made.
    KeysMade,
    /// Where they belong.
    KeysWhere,
    /// They are not protected.
    KeysOpen,
    /// The button that saves them.
    SaveKeys,
    /// The button that saves the sheet.
    SaveSheet,
    /// The button that drops them.
    ForgetKeys,
    /// The head of the public keys.
    RecipientsHeading,
    /// What they are.
    RecipientsLead,
    /// None yet.
    NoRecipients,
    /// A public key that cannot be read.
    UnreadableKey,
    /// The field for one more.
    NewRecipient,
    /// Which one.
    NewRecipientHint,
    /// The button.
    AddRecipient,
    /// The study names a signing key.
    HasSigningKey,
    /// It names none.
    NoSigningKey,
    /// About keys that signed before.
    EarlierKeys,
    /// Everything is right.
    AllRight,
    /// The button that saves the study.
    SaveStudy,
    /// What is in it.
    SaveStudyHint,
    /// The button that saves what is not finished.
    SaveUnfinished,
    /// What that is for.
    SaveUnfinishedHint,
    /// The keys are not saved.
    KeysNotSaved,
    /// The head of what comes next.
    NextHeading,
    /// What comes next, before the commands.
    NextLead,
    /// A file beside the study has mistakes.
    WrongFile,
}
