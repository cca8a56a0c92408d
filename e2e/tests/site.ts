// The built patient's page with a changed study, served as a host would: every header of its own `_headers` file.
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { AddressInfo } from "node:net";

const dist = join(import.meta.dirname, "../../dist/patient");
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
}

/** The four questions of the shortest instrument of the sample: every kind of step in the shortest time. */
export const short: [item: string, response: number][] = [["ucla_1", 1], ["ucla_2", 3], ["ucla_3", 2], ["ucla_direct", 5]];

export function shorten(study: Study): void {
  for (const wave of study.waves) wave.instruments = ["ucla3"];
}

export class Site {
  private constructor(
    private readonly server: Server,
    /** The text of its study file. */
    readonly study: string,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/`;
  }

  /** Serves the page with the sample study after `change`; `deposit` is the origin that its policy lets it speak to. */
  static async start(change: (study: Study) => void, deposit?: string): Promise<Site> {
    const bundle = JSON.parse(readFileSync(join(dist, "study.bundle.json"), "utf8"));
    const study: Study = JSON.parse(bundle.study);
    change(study);
    bundle.study = JSON.stringify(study);
    const headers = policyHeaders(deposit);
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://site").pathname;
      const name = path.endsWith("/") ? `${path}index.html` : path;
      const file = content(name, JSON.stringify(bundle));
      const type = file ? types[extname(name)] : "text/plain";
      response.writeHead(file ? 200 : 404, { ...headers, "Content-Type": type ?? "application/octet-stream" });
      response.end(file ?? "404\n");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new Site(server, bundle.study);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function content(name: string, bundle: string): string | Buffer | null {
  if (name === "/study.bundle.json") return bundle;
  if (/\.\.|\/[._]/.test(name)) return null;
  try {
    return readFileSync(join(dist, name));
  } catch {
    return null;
  }
}

/** The headers of the built folder, with one more place that the page may speak to. */
function policyHeaders(deposit?: string): Record<string, string> {
  const lines = readFileSync(join(dist, "_headers"), "utf8").split("\n");
  const pairs = lines.slice(1).map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)).filter((found) => found !== null);
  const headers = Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
  const policy = headers["Content-Security-Policy"];
  const more = deposit ? policy.replace("connect-src 'self'", `connect-src 'self' ${deposit}`) : policy;
  return { ...headers, "Content-Security-Policy": more };
}
