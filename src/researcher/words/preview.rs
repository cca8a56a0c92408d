//! The words around the preview of a study.

/// All of them.
pub struct PreviewText {
    /// The button that shows it.
    pub show: &'static str,
    /// The heading.
    pub heading: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// A participant code to try.
    pub code: fn(&str) -> String,
    /// The mark on the frame.
    pub mark: &'static str,
    /// What a screen reader calls the frame.
    pub frame: &'static str,
    /// The choice of a wave.
    pub wave: &'static str,
    /// The button that begins again.
    pub again: &'static str,
    /// The button that closes it.
    pub close: &'static str,
    /// The study has mistakes.
    pub behind: &'static str,
    /// The study has mistakes, and had them before anything could be shown.
    pub not_yet: &'static str,
    /// Another language was asked for.
    pub english: &'static str,
    /// Printing or saving was asked for.
    pub not_here: &'static str,
}

/// English, as spoken in Britain.
pub static PREVIEW_EN: PreviewText = PreviewText {
    show: "Show the preview",
    heading: "Preview",
    lead: "This is what people see, as the study stands now. Walk through it: nothing is kept, sealed or sent.",
    code: |code| format!("A participant code to try: {code}."),
    mark: "Preview",
    frame: "Preview of the patient's page",
    wave: "Wave",
    again: "From the start",
    close: "Close the preview",
    behind: "The study has mistakes, so the preview waits until they are mended. Keys do not matter for it.",
    not_yet: "The study has mistakes. When they are mended, the patient's page appears here. Keys do not matter for it.",
    english: "The preview is in English. The words of other languages come with the published page.",
    not_here: "The preview neither prints nor saves.",
};
