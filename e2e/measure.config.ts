// Measures the researcher's page with many files: `npx playwright test -c measure.config.ts`, with the addresses that
// `cargo xtask test` gives. Nothing is asserted: a figure is for reading.
import { defineConfig } from "@playwright/test";
import usual from "./playwright.config.ts";

export default defineConfig({ ...usual, testDir: ".", testMatch: "measure.ts", retries: 0, timeout: 1_800_000 });
