//! Whom to ask about the study: as the study file has it, so in English whatever the page's language.

use engine::study::Contact;
use yew::prelude::*;

/// Name, e-mail address and phone number, as far as the study gives them.
pub(super) fn view(contact: &Contact) -> Html {
    html! {
        <p class="contact" lang="en" dir="ltr">
            { &contact.name }
            if let Some(email) = &contact.email {
                <br /><a href={["mailto:", email].concat()}>{ email }</a>
            }
            if let Some(phone) = &contact.phone {
                <br /><a href={["tel:", &dialled(phone)].concat()}>{ phone }</a>
            }
        </p>
    }
}

/// A phone number as a phone dials it.
fn dialled(phone: &str) -> String {
    phone.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect()
}
