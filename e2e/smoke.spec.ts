// Each page comes up as a study would publish it: its heading is there, the policy holds, nothing is fetched afterwards.
import { accessibilityBreaches, expect, patientUrl, researcherUrl, test, widths } from "./watched.ts";

for (const [name, url] of [["patient", patientUrl], ["researcher", researcherUrl]]) {
  test(`the ${name}'s page loads, keeps its policy and asks for nothing more`, async ({ page, watch }) => {
    const answer = await page.goto(url);
    const policy = answer?.headers()["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");

    await expect(page.locator("#loading")).toHaveCount(0);
    await expect(page.locator("h1")).toHaveCount(1);
    watch.hasStarted = true;
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await accessibilityBreaches(page), `axe at ${width} px`).toEqual([]);
    }
    // Long enough for anything that is put off: timers, workers, a beacon.
    await page.waitForTimeout(1_000);
    expect(await page.context().cookies()).toEqual([]);
  });

  test(`the ${name}'s page says in plain words when it cannot start`, async ({ browser }) => {
    const page = await browser.newPage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(url);
    await expect(page.locator("h1")).toHaveText("This page could not start");
    await expect(page.getByText("a newer browser with JavaScript switched on")).toBeVisible();
    await page.close();

    const scriptless = await browser.newPage({ javaScriptEnabled: false });
    await scriptless.goto(url);
    await expect(scriptless.locator("h1")).toHaveText("Loading");
    await expect(scriptless.getByText("a newer browser with JavaScript switched on")).toBeVisible();
    await scriptless.close();
  });
}

test("a policy that is broken is noticed", async ({ browser }) => {
  const page = await browser.newPage();
  const noticed = new Promise<string>((resolve) => {
    void page.exposeFunction("linkwellTestBreach", resolve);
  });
  await page.goto(patientUrl);
  await expect(page.locator("#loading")).toHaveCount(0);
  await page.evaluate(() => {
    const report = (window as unknown as { linkwellTestBreach: (breach: string) => void }).linkwellTestBreach;
    document.addEventListener("securitypolicyviolation", (event) => report(event.effectiveDirective));
    const image = document.createElement("img");
    image.src = "http://203.0.113.1/x.png";
    document.body.append(image);
  });
  expect(await noticed).toBe("img-src");
  await page.close();
});
