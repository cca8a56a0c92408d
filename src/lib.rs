//! The map: who may call whom.
//!
//! | module | is | may call |
//! | --- | --- | --- |
//! | [`patient`] | what the patient sees, one file a screen | `engine`, `sealed::seal`, `text`, [`ui`], [`browser`] |
//! | [`researcher`] | what the researcher sees | `engine`, `sealed`, `cohort`, `setup`, [`ui`], [`browser`]; `researcher::preview` alone the drawing of [`patient`] |
//! | [`ui`] | components without state: values in, values out | [`browser`] to read an event or move the focus |
//! | [`browser`] | the only place that names the browser's own interfaces: bytes and texts in and out | nothing of ours |
//!
//! The patient's page knows nothing of the researcher's, which draws it for a preview; `ui` and `browser` know no questionnaire, and nothing calls upward.

pub mod browser;
pub mod patient;
pub mod researcher;
pub mod ui;
