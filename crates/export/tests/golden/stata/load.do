* The made-up study (made-up), responses: one row a person and wave.
* Made by linkwell export; EXPORT.json in the folder above names everything that it was made from.
* Missing answers: -97 not shown, -98 prefer not to answer, -99 not answered. An empty score could not be made.
* Run it in its own folder. -97, -98 and -99 become .a, .b and .c; in text they stay as they are.
version 14
import delimited using "responses_wide.csv", clear varnames(1) case(preserve) encoding("UTF-8") bindquotes(strict) maxquotedrows(unlimited) asdouble ///
    stringcols(1 3 4 5 6 7 9 10 12 13 14 15 16 17 18 23 31) ///
    numericcols(2 8 11 19 20 21 22 24 25 26 27 28 29 30 32 33 34 35 36 37 38 39 40 41 42 43)

label variable study `"The study."'

label variable study_version `"The version of the study file with which the record was made."'

label variable participant `"The participant code: the study's pseudonym for a person."'

label variable wave `"The planned time point."'

label variable site `"The site that the link or the invitation named; empty where it named none. On..."'

label variable link_worker `"The link worker whom the link or the invitation named; empty where it named n..."'

label variable linked_by `"What says whose answers these are: a signed invitation, or a participant code..."'

label variable days_since_baseline `"Days from the local day on which this person's baseline was finished to the l..."'

generate double started_utc_0 = clock(started_utc, "YMD#hms#")
format %tc started_utc_0
order started_utc_0, after(started_utc)
drop started_utc
rename started_utc_0 started_utc
label variable started_utc `"When the first step after the start screen was taken, in UTC, to the second."'

generate double finished_utc_0 = clock(finished_utc, "YMD#hms#")
format %tc finished_utc_0
order finished_utc_0, after(finished_utc)
drop finished_utc
rename finished_utc_0 finished_utc
label variable finished_utc `"When the questionnaire was finished, in UTC, to the second."'

label variable offset_minutes `"How far the device's local time was ahead of UTC, in minutes."'

label variable help `"Who filled it in; empty where nobody noted it."'

label variable layout `"How wide the screen was; empty on paper."'

label variable language `"The language of the page, as a BCP 47 tag."'

label variable source `"Where the answers come from."'

label variable receipt `"The receipt code of the record, as in the ledger."'

label variable attention `"The codes of what a person must decide about this record, gravest first, with..."'

label variable consent_version `"The version of the information sheet that the person agreed to; empty where t..."'

label variable consent_take_part `"Whether the person agreed to this statement (required): I want to take part...."'
label define consent_take_part_l 0 `"No"', replace
label define consent_take_part_l 1 `"Yes"', add
label values consent_take_part consent_take_part_l

label variable consent_contact `"Whether the person agreed to this statement (optional): You may write to me,..."'
label define consent_contact_l 0 `"No"', replace
label define consent_contact_l 1 `"Yes"', add
label values consent_contact consent_contact_l

label variable mood_today `"Item 1 of Made-up mood, two questions: How is your mood today?"'
mvdecode mood_today, mv(-97=.a \ -98=.b \ -99=.c)
label define mood_today_l 0 `"not at all"', replace
label define mood_today_l 1 `"1"', add
label define mood_today_l 2 `"2"', add
label define mood_today_l 3 `"3"', add
label define mood_today_l 4 `"4"', add
label define mood_today_l 5 `"5"', add
label define mood_today_l 6 `"6"', add
label define mood_today_l 7 `"7"', add
label define mood_today_l 8 `"8"', add
label define mood_today_l 9 `"9"', add
label define mood_today_l 10 `"completely"', add
label define mood_today_l .a `"Not shown"', add
label define mood_today_l .b `"Prefer not to answer"', add
label define mood_today_l .c `"Not answered"', add
label values mood_today mood_today_l

label variable worry_today `"Item 2 of Made-up mood, two questions: How worried are you today?"'
mvdecode worry_today, mv(-97=.a \ -98=.b \ -99=.c)
label define worry_today_l 0 `"not at all"', replace
label define worry_today_l 1 `"1"', add
label define worry_today_l 2 `"2"', add
label define worry_today_l 3 `"3"', add
label define worry_today_l 4 `"4"', add
label define worry_today_l 5 `"5"', add
label define worry_today_l 6 `"6"', add
label define worry_today_l 7 `"7"', add
label define worry_today_l 8 `"8"', add
label define worry_today_l 9 `"9"', add
label define worry_today_l 10 `"completely"', add
label define worry_today_l .a `"Not shown"', add
label define worry_today_l .b `"Prefer not to answer"', add
label define worry_today_l .c `"Not answered"', add
label values worry_today worry_today_l

label variable mood_today_band `"The published band of mood_today; empty where there is no value."'

label variable trust_1 `"Item 1 of Made-up trust, four questions: I trust myself."'
mvdecode trust_1, mv(-97=.a \ -98=.b \ -99=.c)
label define trust_1_l 4 `"Yes, fully"', replace
label define trust_1_l 3 `"Mostly"', add
label define trust_1_l 2 `"Hardly"', add
label define trust_1_l 1 `"@all? No"', add
label define trust_1_l .a `"Not shown"', add
label define trust_1_l .b `"Prefer not to answer"', add
label define trust_1_l .c `"Not answered"', add
label values trust_1 trust_1_l

label variable trust_2 `"Item 2 of Made-up trust, four questions: I trust 'others', mostly."'
mvdecode trust_2, mv(-97=.a \ -98=.b \ -99=.c)
label define trust_2_l 4 `"Yes, fully"', replace
label define trust_2_l 3 `"Mostly"', add
label define trust_2_l 2 `"Hardly"', add
label define trust_2_l 1 `"@all? No"', add
label define trust_2_l .a `"Not shown"', add
label define trust_2_l .b `"Prefer not to answer"', add
label define trust_2_l .c `"Not answered"', add
label values trust_2 trust_2_l

label variable trust_3 `"Item 3 of Made-up trust, four questions: I doubt everything."'
mvdecode trust_3, mv(-97=.a \ -98=.b \ -99=.c)
label define trust_3_l 4 `"Yes, fully"', replace
label define trust_3_l 3 `"Mostly"', add
label define trust_3_l 2 `"Hardly"', add
label define trust_3_l 1 `"@all? No"', add
label define trust_3_l .a `"Not shown"', add
label define trust_3_l .b `"Prefer not to answer"', add
label define trust_3_l .c `"Not answered"', add
label values trust_3 trust_3_l

label variable trust_4 `"Item 4 of Made-up trust, four questions: Would you lend a book?"'
mvdecode trust_4, mv(-97=.a \ -98=.b \ -99=.c)
label define trust_4_l 1 `"Yes"', replace
label define trust_4_l 0 `"No"', add
label define trust_4_l .a `"Not shown"', add
label define trust_4_l .b `"Prefer not to answer"', add
label define trust_4_l .c `"Not answered"', add
label values trust_4 trust_4_l

label variable trust4_sum `"Trust, made again from the codes; empty where it was not scored."'
mvdecode trust4_sum, mv(-97=.a)
label define trust4_sum_l .a `"Not shown"', replace
label values trust4_sum trust4_sum_l

label variable trust4_sum_n_missing `"How many items of trust4_sum have no answer."'
mvdecode trust4_sum_n_missing, mv(-97=.a)
label define trust4_sum_n_missing_l .a `"Not shown"', replace
label values trust4_sum_n_missing trust4_sum_n_missing_l

label variable trust4_sum_prorated `"Whether trust4_sum was scaled up from the answers that are there."'
mvdecode trust4_sum_prorated, mv(-97=.a)
label define trust4_sum_prorated_l 0 `"No"', replace
label define trust4_sum_prorated_l 1 `"Yes"', add
label define trust4_sum_prorated_l .a `"Not shown"', add
label values trust4_sum_prorated trust4_sum_prorated_l

label variable trust4_sum_band `"The published band of trust4_sum; empty where there is no value."'

label variable trust4_mean `"Mean trust, made again from the codes; empty where it was not scored."'
mvdecode trust4_mean, mv(-97=.a)
label define trust4_mean_l .a `"Not shown"', replace
label values trust4_mean trust4_mean_l

label variable trust4_mean_n_missing `"How many items of trust4_mean have no answer."'
mvdecode trust4_mean_n_missing, mv(-97=.a)
label define trust4_mean_n_missing_l .a `"Not shown"', replace
label values trust4_mean_n_missing trust4_mean_n_missing_l

label variable trust4_mean_prorated `"Whether trust4_mean was scaled up from the answers that are there."'
mvdecode trust4_mean_prorated, mv(-97=.a)
label define trust4_mean_prorated_l 0 `"No"', replace
label define trust4_mean_prorated_l 1 `"Yes"', add
label define trust4_mean_prorated_l .a `"Not shown"', add
label values trust4_mean_prorated trust4_mean_prorated_l

label variable calm_1 `"Item 1 of Made-up calm, three statements."'
mvdecode calm_1, mv(-97=.a \ -98=.b \ -99=.c)
label define calm_1_l 1 `"1"', replace
label define calm_1_l 2 `"2"', add
label define calm_1_l 3 `"3"', add
label define calm_1_l .a `"Not shown"', add
label define calm_1_l .b `"Prefer not to answer"', add
label define calm_1_l .c `"Not answered"', add
label values calm_1 calm_1_l

label variable calm_2 `"Item 2 of Made-up calm, three statements."'
mvdecode calm_2, mv(-97=.a \ -98=.b \ -99=.c)
label define calm_2_l 1 `"1"', replace
label define calm_2_l 2 `"2"', add
label define calm_2_l 3 `"3"', add
label define calm_2_l .a `"Not shown"', add
label define calm_2_l .b `"Prefer not to answer"', add
label define calm_2_l .c `"Not answered"', add
label values calm_2 calm_2_l

label variable calm_3 `"Item 3 of Made-up calm, three statements."'
mvdecode calm_3, mv(-97=.a \ -98=.b \ -99=.c)
label define calm_3_l 1 `"1"', replace
label define calm_3_l 2 `"2"', add
label define calm_3_l 3 `"3"', add
label define calm_3_l .a `"Not shown"', add
label define calm_3_l .b `"Prefer not to answer"', add
label define calm_3_l .c `"Not answered"', add
label values calm_3 calm_3_l

label variable calm3_raw `"Calm, raw sum, made again from the codes; empty where it was not scored."'
mvdecode calm3_raw, mv(-97=.a)
label define calm3_raw_l .a `"Not shown"', replace
label values calm3_raw calm3_raw_l

label variable calm3_raw_n_missing `"How many items of calm3_raw have no answer."'
mvdecode calm3_raw_n_missing, mv(-97=.a)
label define calm3_raw_n_missing_l .a `"Not shown"', replace
label values calm3_raw_n_missing calm3_raw_n_missing_l

label variable calm3_raw_prorated `"Whether calm3_raw was scaled up from the answers that are there."'
mvdecode calm3_raw_prorated, mv(-97=.a)
label define calm3_raw_prorated_l 0 `"No"', replace
label define calm3_raw_prorated_l 1 `"Yes"', add
label define calm3_raw_prorated_l .a `"Not shown"', add
label values calm3_raw_prorated calm3_raw_prorated_l

label variable calm3_metric `"Calm, metric score, made again from the codes; empty where it was not scored."'
mvdecode calm3_metric, mv(-97=.a)
label define calm3_metric_l .a `"Not shown"', replace
label values calm3_metric calm3_metric_l

label variable calm3_metric_n_missing `"How many items of calm3_metric have no answer."'
mvdecode calm3_metric_n_missing, mv(-97=.a)
label define calm3_metric_n_missing_l .a `"Not shown"', replace
label values calm3_metric_n_missing calm3_metric_n_missing_l

label variable calm3_metric_prorated `"Whether calm3_metric was scaled up from the answers that are there."'
mvdecode calm3_metric_prorated, mv(-97=.a)
label define calm3_metric_prorated_l 0 `"No"', replace
label define calm3_metric_prorated_l 1 `"Yes"', add
label define calm3_metric_prorated_l .a `"Not shown"', add
label values calm3_metric_prorated calm3_metric_prorated_l

compress
save "responses_wide.dta", replace
