* Encoding: UTF-8.
* The made-up study (made-up), responses: one row a person and wave.
* Made by linkwell export; EXPORT.json in the folder above names everything that it was made from.
* Missing answers: -97 not shown, -98 prefer not to answer, -99 not answered. An empty score could not be made.
* Run it in its own folder: it reads responses_wide.tsv and saves responses_wide.sav.

GET DATA
  /TYPE=TXT
  /FILE='responses_wide.tsv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS="\t"
  /FIRSTCASE=2
  /VARIABLES=
    study A8
    study_version F8.0
    participant A8
    wave A8
    site A8
    link_worker A8
    linked_by A16
    days_since_baseline F8.0
    started_utc YMDHMS19
    finished_utc YMDHMS19
    offset_minutes F8.0
    help A16
    layout A8
    language A8
    source A8
    receipt A8
    attention A24
    consent_version A8
    consent_take_part F8.0
    consent_contact F8.0
    mood_today F8.0
    worry_today F8.0
    mood_today_band A8
    trust_1 F8.0
    trust_2 F8.0
    trust_3 F8.0
    trust_4 F8.0
    trust4_sum F12.0
    trust4_sum_n_missing F8.0
    trust4_sum_prorated F8.0
    trust4_sum_band A16
    trust4_mean F12.0
    trust4_mean_n_missing F8.0
    trust4_mean_prorated F8.0
    calm_1 F8.0
    calm_2 F8.0
    calm_3 F8.0
    calm3_raw F8.0
    calm3_raw_n_missing F8.0
    calm3_raw_prorated F8.0
    calm3_metric F12.0
    calm3_metric_n_missing F8.0
    calm3_metric_prorated F8.0
  .

VARIABLE LABELS study 'The study.'.
VARIABLE LEVEL study (NOMINAL).

VARIABLE LABELS study_version 'The version of the study file with which the record was made.'.
VARIABLE LEVEL study_version (SCALE).

VARIABLE LABELS participant 'The participant code: the study''s pseudonym for a person.'.
VARIABLE LEVEL participant (NOMINAL).

VARIABLE LABELS wave 'The planned time point.'.
VARIABLE LEVEL wave (NOMINAL).

VARIABLE LABELS site 'The site that the link or the invitation named; empty where it named none. One that is not listed he' +
    're has the attention code unknown_site.'.
VALUE LABELS site
  'north' 'North Surgery'
  'south' 'South, by the sea'.
VARIABLE LEVEL site (NOMINAL).

VARIABLE LABELS link_worker 'The link worker whom the link or the invitation named; empty where it named none. One that is not li' +
    'sted here, or not at that site, has the attention code unknown_site.'.
VALUE LABELS link_worker
  'asha' 'Asha'.
VARIABLE LEVEL link_worker (NOMINAL).

VARIABLE LABELS linked_by 'What says whose answers these are: a signed invitation, or a participant code that was typed.'.
VALUE LABELS linked_by
  'invitation' 'A signed invitation that fits'
  'code' 'A participant code that was typed'.
VARIABLE LEVEL linked_by (NOMINAL).

VARIABLE LABELS days_since_baseline 'Days from the local day on which this person''s baseline was finished to the local day on which this ' +
    'record was; empty where there is no baseline, or different ones of different days.'.
VARIABLE LEVEL days_since_baseline (SCALE).

VARIABLE LABELS started_utc 'When the first step after the start screen was taken, in UTC, to the second.'.
VARIABLE LEVEL started_utc (SCALE).

VARIABLE LABELS finished_utc 'When the questionnaire was finished, in UTC, to the second.'.
VARIABLE LEVEL finished_utc (SCALE).

VARIABLE LABELS offset_minutes 'How far the device''s local time was ahead of UTC, in minutes.'.
VARIABLE LEVEL offset_minutes (SCALE).

VARIABLE LABELS help 'Who filled it in; empty where nobody noted it.'.
VALUE LABELS help
  'myself' 'The person alone'
  'with_help' 'The person, with somebody''s help'
  'read_to_me' 'Somebody read the questions out and filled in the answers'
  'interpreter' 'Through an interpreter'.
VARIABLE LEVEL help (NOMINAL).

VARIABLE LABELS layout 'How wide the screen was; empty on paper.'.
VALUE LABELS layout
  'narrow' 'Up to 640 CSS pixels'
  'wide' '641 CSS pixels and more'.
VARIABLE LEVEL layout (NOMINAL).

VARIABLE LABELS language 'The language of the page, as a BCP 47 tag.'.
VARIABLE LEVEL language (NOMINAL).

VARIABLE LABELS source 'Where the answers come from.'.
VALUE LABELS source
  'screen' 'The patient''s page'
  'paper' 'A paper form, keyed in'.
VARIABLE LEVEL source (NOMINAL).

VARIABLE LABELS receipt 'The receipt code of the record, as in the ledger.'.
VARIABLE LEVEL receipt (NOMINAL).

VARIABLE LABELS attention 'The codes of what a person must decide about this record, gravest first, with a space between; empty' +
    ' where there is nothing. The ledger has a sentence for each.'.
VARIABLE LEVEL attention (NOMINAL).

VARIABLE LABELS consent_version 'The version of the information sheet that the person agreed to; empty where the record holds no cons' +
    'ent.'.
VARIABLE LEVEL consent_version (NOMINAL).

VARIABLE LABELS consent_take_part 'Whether the person agreed to this statement (required): I want to take part. Empty where the record ' +
    'holds no consent.'.
VALUE LABELS consent_take_part
  0 'No'
  1 'Yes'.
VARIABLE LEVEL consent_take_part (ORDINAL).

VARIABLE LABELS consent_contact 'Whether the person agreed to this statement (optional): You may write to me, "now & then". Empty whe' +
    're the record holds no consent.'.
VALUE LABELS consent_contact
  0 'No'
  1 'Yes'.
VARIABLE LEVEL consent_contact (ORDINAL).

VARIABLE LABELS mood_today 'Item 1 of Made-up mood, two questions: How is your mood today?'.
VALUE LABELS mood_today
  0 'not at all'
  1 '1'
  2 '2'
  3 '3'
  4 '4'
  5 '5'
  6 '6'
  7 '7'
  8 '8'
  9 '9'
  10 'completely'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES mood_today (-97, -98, -99).
VARIABLE LEVEL mood_today (ORDINAL).

VARIABLE LABELS worry_today 'Item 2 of Made-up mood, two questions: How worried are you today?'.
VALUE LABELS worry_today
  0 'not at all'
  1 '1'
  2 '2'
  3 '3'
  4 '4'
  5 '5'
  6 '6'
  7 '7'
  8 '8'
  9 '9'
  10 'completely'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES worry_today (-97, -98, -99).
VARIABLE LEVEL worry_today (ORDINAL).

VARIABLE LABELS mood_today_band 'The published band of mood_today; empty where there is no value.'.
VALUE LABELS mood_today_band
  'low' '0 to 4'
  'high' '5 to 10'
  '-97' 'Not shown'.
MISSING VALUES mood_today_band ('-97').
VARIABLE LEVEL mood_today_band (NOMINAL).

VARIABLE LABELS trust_1 'Item 1 of Made-up trust, four questions: I trust myself.'.
VALUE LABELS trust_1
  4 'Yes, fully'
  3 'Mostly'
  2 'Hardly'
  1 '@all? No'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES trust_1 (-97, -98, -99).
VARIABLE LEVEL trust_1 (ORDINAL).

VARIABLE LABELS trust_2 'Item 2 of Made-up trust, four questions: I trust "others", mostly.'.
VALUE LABELS trust_2
  4 'Yes, fully'
  3 'Mostly'
  2 'Hardly'
  1 '@all? No'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES trust_2 (-97, -98, -99).
VARIABLE LEVEL trust_2 (ORDINAL).

VARIABLE LABELS trust_3 'Item 3 of Made-up trust, four questions: I doubt everything.'.
VALUE LABELS trust_3
  4 'Yes, fully'
  3 'Mostly'
  2 'Hardly'
  1 '@all? No'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES trust_3 (-97, -98, -99).
VARIABLE LEVEL trust_3 (ORDINAL).

VARIABLE LABELS trust_4 'Item 4 of Made-up trust, four questions: Would you lend a book?'.
VALUE LABELS trust_4
  1 'Yes'
  0 'No'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES trust_4 (-97, -98, -99).
VARIABLE LEVEL trust_4 (ORDINAL).

VARIABLE LABELS trust4_sum 'Trust, made again from the codes; empty where it was not scored.'.
VALUE LABELS trust4_sum
  -97 'Not shown'.
MISSING VALUES trust4_sum (-97).
FORMATS trust4_sum (F12.4).
VARIABLE LEVEL trust4_sum (SCALE).

VARIABLE LABELS trust4_sum_n_missing 'How many items of trust4_sum have no answer.'.
VALUE LABELS trust4_sum_n_missing
  -97 'Not shown'.
MISSING VALUES trust4_sum_n_missing (-97).
VARIABLE LEVEL trust4_sum_n_missing (SCALE).

VARIABLE LABELS trust4_sum_prorated 'Whether trust4_sum was scaled up from the answers that are there.'.
VALUE LABELS trust4_sum_prorated
  0 'No'
  1 'Yes'
  -97 'Not shown'.
MISSING VALUES trust4_sum_prorated (-97).
VARIABLE LEVEL trust4_sum_prorated (ORDINAL).

VARIABLE LABELS trust4_sum_band 'The published band of trust4_sum; empty where there is no value.'.
VALUE LABELS trust4_sum_band
  '=low, of a kind' '3 to 6'
  'high' '6 to 12'
  '-97' 'Not shown'.
MISSING VALUES trust4_sum_band ('-97').
VARIABLE LEVEL trust4_sum_band (NOMINAL).

VARIABLE LABELS trust4_mean 'Mean trust, made again from the codes; empty where it was not scored.'.
VALUE LABELS trust4_mean
  -97 'Not shown'.
MISSING VALUES trust4_mean (-97).
FORMATS trust4_mean (F12.4).
VARIABLE LEVEL trust4_mean (SCALE).

VARIABLE LABELS trust4_mean_n_missing 'How many items of trust4_mean have no answer.'.
VALUE LABELS trust4_mean_n_missing
  -97 'Not shown'.
MISSING VALUES trust4_mean_n_missing (-97).
VARIABLE LEVEL trust4_mean_n_missing (SCALE).

VARIABLE LABELS trust4_mean_prorated 'Whether trust4_mean was scaled up from the answers that are there.'.
VALUE LABELS trust4_mean_prorated
  0 'No'
  1 'Yes'
  -97 'Not shown'.
MISSING VALUES trust4_mean_prorated (-97).
VARIABLE LEVEL trust4_mean_prorated (ORDINAL).

VARIABLE LABELS calm_1 'Item 1 of Made-up calm, three statements.'.
VALUE LABELS calm_1
  1 '1'
  2 '2'
  3 '3'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES calm_1 (-97, -98, -99).
VARIABLE LEVEL calm_1 (ORDINAL).

VARIABLE LABELS calm_2 'Item 2 of Made-up calm, three statements.'.
VALUE LABELS calm_2
  1 '1'
  2 '2'
  3 '3'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES calm_2 (-97, -98, -99).
VARIABLE LEVEL calm_2 (ORDINAL).

VARIABLE LABELS calm_3 'Item 3 of Made-up calm, three statements.'.
VALUE LABELS calm_3
  1 '1'
  2 '2'
  3 '3'
  -97 'Not shown'
  -98 'Prefer not to answer'
  -99 'Not answered'.
MISSING VALUES calm_3 (-97, -98, -99).
VARIABLE LEVEL calm_3 (ORDINAL).

VARIABLE LABELS calm3_raw 'Calm, raw sum, made again from the codes; empty where it was not scored.'.
VALUE LABELS calm3_raw
  -97 'Not shown'.
MISSING VALUES calm3_raw (-97).
VARIABLE LEVEL calm3_raw (SCALE).

VARIABLE LABELS calm3_raw_n_missing 'How many items of calm3_raw have no answer.'.
VALUE LABELS calm3_raw_n_missing
  -97 'Not shown'.
MISSING VALUES calm3_raw_n_missing (-97).
VARIABLE LEVEL calm3_raw_n_missing (SCALE).

VARIABLE LABELS calm3_raw_prorated 'Whether calm3_raw was scaled up from the answers that are there.'.
VALUE LABELS calm3_raw_prorated
  0 'No'
  1 'Yes'
  -97 'Not shown'.
MISSING VALUES calm3_raw_prorated (-97).
VARIABLE LEVEL calm3_raw_prorated (ORDINAL).

VARIABLE LABELS calm3_metric 'Calm, metric score, made again from the codes; empty where it was not scored.'.
VALUE LABELS calm3_metric
  -97 'Not shown'.
MISSING VALUES calm3_metric (-97).
FORMATS calm3_metric (F12.4).
VARIABLE LEVEL calm3_metric (SCALE).

VARIABLE LABELS calm3_metric_n_missing 'How many items of calm3_metric have no answer.'.
VALUE LABELS calm3_metric_n_missing
  -97 'Not shown'.
MISSING VALUES calm3_metric_n_missing (-97).
VARIABLE LEVEL calm3_metric_n_missing (SCALE).

VARIABLE LABELS calm3_metric_prorated 'Whether calm3_metric was scaled up from the answers that are there.'.
VALUE LABELS calm3_metric_prorated
  0 'No'
  1 'Yes'
  -97 'Not shown'.
MISSING VALUES calm3_metric_prorated (-97).
VARIABLE LEVEL calm3_metric_prorated (ORDINAL).

SAVE OUTFILE='responses_wide.sav'.
