//! What researchers need and patients never download: ledger, linking, tables.
