# The made-up study (made-up), responses: one row a person and wave.
# Made by linkwell export; EXPORT.json in the folder above names everything that it was made from.
# Missing answers: -97 not shown, -98 prefer not to answer, -99 not answered. An empty score could not be made.

# source("load.R", chdir = TRUE) makes the data frame `responses`.
stopifnot(requireNamespace("haven", quietly = TRUE))

responses <- utils::read.csv("responses_wide.csv", encoding = "UTF-8", colClasses = "character",
                             na.strings = character(0), check.names = FALSE)
linkwell_names <- c(
  "study",
  "study_version",
  "participant",
  "wave",
  "site",
  "link_worker",
  "linked_by",
  "days_since_baseline",
  "started_utc",
  "finished_utc",
  "offset_minutes",
  "help",
  "layout",
  "language",
  "source",
  "receipt",
  "attention",
  "consent_version",
  "consent_take_part",
  "consent_contact",
  "mood_today",
  "worry_today",
  "mood_today_band",
  "trust_1",
  "trust_2",
  "trust_3",
  "trust_4",
  "trust4_sum",
  "trust4_sum_n_missing",
  "trust4_sum_prorated",
  "trust4_sum_band",
  "trust4_mean",
  "trust4_mean_n_missing",
  "trust4_mean_prorated",
  "calm_1",
  "calm_2",
  "calm_3",
  "calm3_raw",
  "calm3_raw_n_missing",
  "calm3_raw_prorated",
  "calm3_metric",
  "calm3_metric_n_missing",
  "calm3_metric_prorated"
)
stopifnot(ncol(responses) == length(linkwell_names))
names(responses) <- linkwell_names

linkwell_text <- function(x) { x[x == ""] <- NA_character_; x }
linkwell_number <- function(x) as.numeric(linkwell_text(x))
linkwell_time <- function(x) as.POSIXct(linkwell_text(x), format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")

responses$study <- haven::labelled(linkwell_text(responses$study),
  labels = NULL,
  label = "The study.")

responses$study_version <- haven::labelled(linkwell_number(responses$study_version),
  labels = NULL,
  label = "The version of the study file with which the record was made.")

responses$participant <- haven::labelled(linkwell_text(responses$participant),
  labels = NULL,
  label = "The participant code: the study's pseudonym for a person.")

responses$wave <- haven::labelled(linkwell_text(responses$wave),
  labels = NULL,
  label = "The planned time point.")

responses$site <- haven::labelled(linkwell_text(responses$site),
  labels = c(
    "North Surgery" = "north",
    "South, by the sea" = "south"
  ),
  label = "The site that the link or the invitation named; empty where it named none. One that is not listed here has the attention code unknown_site.")

responses$link_worker <- haven::labelled(linkwell_text(responses$link_worker),
  labels = c(
    "Asha" = "asha"
  ),
  label = "The link worker whom the link or the invitation named; empty where it named none. One that is not listed here, or not at that site, has the attention code unknown_site.")

responses$linked_by <- haven::labelled(linkwell_text(responses$linked_by),
  labels = c(
    "A signed invitation that fits" = "invitation",
    "A participant code that was typed" = "code"
  ),
  label = "What says whose answers these are: a signed invitation, or a participant code that was typed.")

responses$days_since_baseline <- haven::labelled(linkwell_number(responses$days_since_baseline),
  labels = NULL,
  label = "Days from the local day on which this person's baseline was finished to the local day on which this record was; empty where there is no baseline, or different ones of different days.")

responses$started_utc <- structure(linkwell_time(responses$started_utc), label = "When the first step after the start screen was taken, in UTC, to the second.")

responses$finished_utc <- structure(linkwell_time(responses$finished_utc), label = "When the questionnaire was finished, in UTC, to the second.")

responses$offset_minutes <- haven::labelled(linkwell_number(responses$offset_minutes),
  labels = NULL,
  label = "How far the device's local time was ahead of UTC, in minutes.")

responses$help <- haven::labelled(linkwell_text(responses$help),
  labels = c(
    "The person alone" = "myself",
    "The person, with somebody's help" = "with_help",
    "Somebody read the questions out and filled in the answers" = "read_to_me",
    "Through an interpreter" = "interpreter"
  ),
  label = "Who filled it in; empty where nobody noted it.")

responses$layout <- haven::labelled(linkwell_text(responses$layout),
  labels = c(
    "Up to 640 CSS pixels" = "narrow",
    "641 CSS pixels and more" = "wide"
  ),
  label = "How wide the screen was; empty on paper.")

responses$language <- haven::labelled(linkwell_text(responses$language),
  labels = NULL,
  label = "The language of the page, as a BCP 47 tag.")

responses$source <- haven::labelled(linkwell_text(responses$source),
  labels = c(
    "The patient's page" = "screen",
    "A paper form, keyed in" = "paper"
  ),
  label = "Where the answers come from.")

responses$receipt <- haven::labelled(linkwell_text(responses$receipt),
  labels = NULL,
  label = "The receipt code of the record, as in the ledger.")

responses$attention <- haven::labelled(linkwell_text(responses$attention),
  labels = NULL,
  label = "The codes of what a person must decide about this record, gravest first, with a space between; empty where there is nothing. The ledger has a sentence for each.")

responses$consent_version <- haven::labelled(linkwell_text(responses$consent_version),
  labels = NULL,
  label = "The version of the information sheet that the person agreed to; empty where the record holds no consent.")

responses$consent_take_part <- haven::labelled(linkwell_number(responses$consent_take_part),
  labels = c(
    "No" = 0,
    "Yes" = 1
  ),
  label = "Whether the person agreed to this statement (required): I want to take part. Empty where the record holds no consent.")

responses$consent_contact <- haven::labelled(linkwell_number(responses$consent_contact),
  labels = c(
    "No" = 0,
    "Yes" = 1
  ),
  label = "Whether the person agreed to this statement (optional): You may write to me, \"now & then\". Empty where the record holds no consent.")

responses$mood_today <- haven::labelled_spss(linkwell_number(responses$mood_today),
  labels = c(
    "not at all" = 0,
    "1" = 1,
    "2" = 2,
    "3" = 3,
    "4" = 4,
    "5" = 5,
    "6" = 6,
    "7" = 7,
    "8" = 8,
    "9" = 9,
    "completely" = 10,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 1 of Made-up mood, two questions: How is your mood today?")

responses$worry_today <- haven::labelled_spss(linkwell_number(responses$worry_today),
  labels = c(
    "not at all" = 0,
    "1" = 1,
    "2" = 2,
    "3" = 3,
    "4" = 4,
    "5" = 5,
    "6" = 6,
    "7" = 7,
    "8" = 8,
    "9" = 9,
    "completely" = 10,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 2 of Made-up mood, two questions: How worried are you today?")

responses$mood_today_band <- haven::labelled_spss(linkwell_text(responses$mood_today_band),
  labels = c(
    "0 to 4" = "low",
    "5 to 10" = "high",
    "Not shown" = "-97"
  ),
  na_values = c("-97"),
  label = "The published band of mood_today; empty where there is no value.")

responses$trust_1 <- haven::labelled_spss(linkwell_number(responses$trust_1),
  labels = c(
    "Yes, fully" = 4,
    "Mostly" = 3,
    "Hardly" = 2,
    "@all? No" = 1,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 1 of Made-up trust, four questions: I trust myself.")

responses$trust_2 <- haven::labelled_spss(linkwell_number(responses$trust_2),
  labels = c(
    "Yes, fully" = 4,
    "Mostly" = 3,
    "Hardly" = 2,
    "@all? No" = 1,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 2 of Made-up trust, four questions: I trust \"others\", mostly.")

responses$trust_3 <- haven::labelled_spss(linkwell_number(responses$trust_3),
  labels = c(
    "Yes, fully" = 4,
    "Mostly" = 3,
    "Hardly" = 2,
    "@all? No" = 1,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 3 of Made-up trust, four questions: I doubt everything.")

responses$trust_4 <- haven::labelled_spss(linkwell_number(responses$trust_4),
  labels = c(
    "Yes" = 1,
    "No" = 0,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 4 of Made-up trust, four questions: Would you lend a book?")

responses$trust4_sum <- haven::labelled_spss(linkwell_number(responses$trust4_sum),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Trust, made again from the codes; empty where it was not scored.")

responses$trust4_sum_n_missing <- haven::labelled_spss(linkwell_number(responses$trust4_sum_n_missing),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "How many items of trust4_sum have no answer.")

responses$trust4_sum_prorated <- haven::labelled_spss(linkwell_number(responses$trust4_sum_prorated),
  labels = c(
    "No" = 0,
    "Yes" = 1,
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Whether trust4_sum was scaled up from the answers that are there.")

responses$trust4_sum_band <- haven::labelled_spss(linkwell_text(responses$trust4_sum_band),
  labels = c(
    "3 to 6" = "=low, of a kind",
    "6 to 12" = "high",
    "Not shown" = "-97"
  ),
  na_values = c("-97"),
  label = "The published band of trust4_sum; empty where there is no value.")

responses$trust4_mean <- haven::labelled_spss(linkwell_number(responses$trust4_mean),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Mean trust, made again from the codes; empty where it was not scored.")

responses$trust4_mean_n_missing <- haven::labelled_spss(linkwell_number(responses$trust4_mean_n_missing),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "How many items of trust4_mean have no answer.")

responses$trust4_mean_prorated <- haven::labelled_spss(linkwell_number(responses$trust4_mean_prorated),
  labels = c(
    "No" = 0,
    "Yes" = 1,
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Whether trust4_mean was scaled up from the answers that are there.")

responses$calm_1 <- haven::labelled_spss(linkwell_number(responses$calm_1),
  labels = c(
    "1" = 1,
    "2" = 2,
    "3" = 3,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 1 of Made-up calm, three statements.")

responses$calm_2 <- haven::labelled_spss(linkwell_number(responses$calm_2),
  labels = c(
    "1" = 1,
    "2" = 2,
    "3" = 3,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 2 of Made-up calm, three statements.")

responses$calm_3 <- haven::labelled_spss(linkwell_number(responses$calm_3),
  labels = c(
    "1" = 1,
    "2" = 2,
    "3" = 3,
    "Not shown" = -97,
    "Prefer not to answer" = -98,
    "Not answered" = -99
  ),
  na_values = c(-97, -98, -99),
  label = "Item 3 of Made-up calm, three statements.")

responses$calm3_raw <- haven::labelled_spss(linkwell_number(responses$calm3_raw),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Calm, raw sum, made again from the codes; empty where it was not scored.")

responses$calm3_raw_n_missing <- haven::labelled_spss(linkwell_number(responses$calm3_raw_n_missing),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "How many items of calm3_raw have no answer.")

responses$calm3_raw_prorated <- haven::labelled_spss(linkwell_number(responses$calm3_raw_prorated),
  labels = c(
    "No" = 0,
    "Yes" = 1,
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Whether calm3_raw was scaled up from the answers that are there.")

responses$calm3_metric <- haven::labelled_spss(linkwell_number(responses$calm3_metric),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Calm, metric score, made again from the codes; empty where it was not scored.")

responses$calm3_metric_n_missing <- haven::labelled_spss(linkwell_number(responses$calm3_metric_n_missing),
  labels = c(
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "How many items of calm3_metric have no answer.")

responses$calm3_metric_prorated <- haven::labelled_spss(linkwell_number(responses$calm3_metric_prorated),
  labels = c(
    "No" = 0,
    "Yes" = 1,
    "Not shown" = -97
  ),
  na_values = c(-97),
  label = "Whether calm3_metric was scaled up from the answers that are there.")

rm(linkwell_names, linkwell_text, linkwell_number, linkwell_time)
