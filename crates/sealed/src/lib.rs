//! Seals bytes to recipients and opens them again (age v1). Knows no questionnaire.
