use serde_json::Value;
use statistics::{
    Level,
    reliability::{Items, alpha, omega},
};

use crate::{list, near, near_interval, number, numbers, vectors};

fn items(rows: &Value) -> Items {
    let mut rows: Vec<Vec<Option<f64>>> =
        list(rows).iter().map(|row| numbers(row).into_iter().map(Some).collect()).collect();
    // Somebody who left an item out changes nothing.
    let mut incomplete = rows[0].clone();
    incomplete[1] = None;
    rows.insert(1, incomplete);
    Items::complete(&rows).expect("answers")
}

#[test]
fn alphas() {
    for case in list(&vectors("statistics/reliability.json")["cases"]) {
        let id = case["id"].as_str().unwrap();
        let ours = alpha(&items(&case["rows"]), Level::NINETY_FIVE).unwrap();
        assert_eq!((ours.n, ours.left_out), (list(&case["rows"]).len(), 1), "{id}");
        near(id, ours.alpha, number(&case["alpha"]), 1e-12);
        near(id, ours.standardised.unwrap(), number(&case["standardised"]), 1e-12);
        near_interval(id, ours.interval, &case["interval"], 1e-10);
        near_interval(id, ours.interval, &case["psych_feldt"], 1e-10);
        let theirs =
            numbers(&case["corrected_item_total"]).into_iter().zip(numbers(&case["alpha_if_deleted"]));
        for (ours, (correlation, deleted)) in ours.items.iter().zip(theirs) {
            near(id, ours.corrected_item_total.unwrap(), correlation, 1e-11);
            near(id, ours.alpha_if_deleted.unwrap(), deleted, 1e-11);
        }
    }
}

#[test]
fn omegas() {
    for case in list(&vectors("statistics/reliability.json")["cases"]) {
        let id = case["id"].as_str().unwrap();
        let ours = omega(&items(&case["rows"])).unwrap();
        near(id, ours.omega, number(&case["omega"]), 1e-8);
        near(id, ours.standardised, number(&case["omega_standardised"]), 1e-8);
        for (ours, theirs) in ours.loadings.iter().zip(numbers(&case["loadings"])) {
            near(id, *ours, theirs, 1e-6);
        }
        // psych stops earlier.
        for (ours, theirs) in ours.loadings.iter().zip(numbers(&case["psych_loadings"])) {
            assert!((ours.abs() - theirs.abs()).abs() < 2e-3, "{id}: {ours} here, {theirs} there");
        }
    }
}

/// The data set of psych's own documentation, with what other people print for it.
#[test]
fn attitude() {
    let case = &vectors("stats/stats_alpha.json")["cases"][0];
    let ours = alpha(&items(&case["data"]), Level::NINETY_FIVE).unwrap();
    let theirs = &case["expected"];
    near("alpha", ours.alpha, number(&theirs["alpha"]), 1e-6);
    near("standardised", ours.standardised.unwrap(), number(&theirs["std_alpha"]), 1e-6);
    near_interval("Feldt", ours.interval, &theirs["feldt_ci95"], 5e-3);
}
