// A browser with a folder of its own, which can be killed as a device kills it, and opened again.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, test, type Browser, type Page } from "@playwright/test";

export class Profile {
  readonly folder = mkdtempSync(join(tmpdir(), "linkwell-profile-"));
  private process: ChildProcess | null = null;
  private browser: Browser | null = null;

  /** Opens the browser with an empty page. */
  async open(): Promise<Page> {
    const { executablePath, args = [] } = test.info().project.use.launchOptions!;
    const own = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${this.folder}`, "about:blank"];
    // A group of its own, so that none of its processes outlives it.
    this.process = spawn(executablePath!, [...args, ...own], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    this.browser = await chromium.connectOverCDP(await listening(this.process));
    const [context] = this.browser.contexts();
    return context.pages()[0] ?? (await context.newPage());
  }

  /** Kills every process of the browser at once: nothing gets to finish anything. */
  async kill(): Promise<void> {
    const { process: killed, browser } = this;
    if (!killed) return;
    this.process = null;
    const gone = new Promise((exited) => killed.once("exit", exited));
    process.kill(-killed.pid!, "SIGKILL");
    await gone;
    await browser?.close().catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The address at which the browser takes orders, which it says as soon as it does. */
function listening(browser: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    browser.stderr!.on("data", (data) => {
      said += data;
      const address = /DevTools listening on (ws:\S+)/.exec(said);
      if (address) found(address[1]);
    });
    browser.once("exit", () => failed(new Error(`the browser did not start: ${said}`)));
  });
}
