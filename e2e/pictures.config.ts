// `cargo xtask screens`: pictures instead of tests, with the same browser.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

export default defineConfig({ ...tests, testMatch: "pictures.ts", timeout: 900_000 });
