// The built patient's page with a changed study, published as a team does it: by `linkwell site`, with the headers that
// the command writes.
import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { AddressInfo } from "node:net";
import { linkwellCommand } from "../watched.ts";
import { writeStudy } from "./study-folder.ts";

const sample = join(import.meta.dirname, "../../studies/demo/study.json");
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** As much of a study file as the tests change. */
export interface Study {
  for_trial_only: boolean;
  waves: { instruments: string[] }[];
  deposit?: { address: string; keeps_versions?: boolean };
  options?: Record<string, boolean>;
  recipients: string[];
}

/** The four questions of the shortest instrument of the sample: every kind of step in the shortest time. */
export const short: [item: string, response: number][] = [["ucla_1", 1], ["ucla_2", 3], ["ucla_3", 2], ["ucla_direct", 5]];

export function shorten(study: Study): void {
  for (const wave of study.waves) wave.instruments = ["ucla3"];
}

export class Site {
  private constructor(
    private readonly server: Server,
    private readonly work: string,
    /** The text of its study file. */
    readonly study: string,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/`;
  }

  /** Publishes the sample study after `change` and serves it. */
  static async start(change: (study: Study) => void): Promise<Site> {
    const changed: Study = JSON.parse(readFileSync(sample, "utf8"));
    change(changed);
    const study = JSON.stringify(changed);
    const work = mkdtempSync(join(tmpdir(), "linkwell-site-"));
    const [file, folder] = [writeStudy(work, study), join(work, "site")];
    const pages = process.env.LINKWELL_PAGES!;
    execFileSync(linkwellCommand, ["site", "--study", file, "--pages", pages, "-o", folder, "--no-copies"]);
    const headers = headersOf(folder);
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://site").pathname;
      const name = path.endsWith("/") ? `${path}index.html` : path;
      const found = content(folder, name);
      const type = found ? types[extname(name)] : "text/plain";
      response.writeHead(found ? 200 : 404, { ...headers, "Content-Type": type ?? "application/octet-stream" });
      response.end(found ?? "404\n");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new Site(server, work, study);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    rmSync(this.work, { recursive: true });
  }
}

function content(folder: string, name: string): Buffer | null {
  if (/\.\.|\/[._]/.test(name)) return null;
  try {
    return readFileSync(join(folder, name));
  } catch {
    return null;
  }
}

/** The headers that the folder asks for. */
function headersOf(folder: string): Record<string, string> {
  const lines = readFileSync(join(folder, "_headers"), "utf8").split("\n");
  const pairs = lines.map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)).filter((found) => found !== null);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}
