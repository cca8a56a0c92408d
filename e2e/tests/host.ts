// A static host of a study, as simple as hosts are: it sends the files of a folder with the headers that the folder
// asks for. A test can publish another folder under the same address, or switch the host off.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { linkwellCommand } from "../watched.ts";

const pages = process.env.LINKWELL_PAGES!;
const study = join(import.meta.dirname, "../../studies/demo/study.json");

const kinds: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** A folder as `linkwell site` makes it, and the build id of its pages. */
export interface Site {
  folder: string;
  build: string;
}

/** Makes a site of the sample study. Another `edition` is another build: a comment more in a stylesheet. */
export function makeSite(edition = ""): Site {
  const work = mkdtempSync(join(tmpdir(), "linkwell-site-"));
  const from = join(work, "pages");
  cpSync(pages, from, { recursive: true });
  if (edition) {
    const style = readdirSync(from).find((name) => /^(base|styles)-.*\.css$/.test(name))!;
    appendFileSync(join(from, style), `/* ${edition} */`);
  }
  const folder = join(work, "site");
  execFileSync(linkwellCommand, ["site", "--study", study, "--pages", from, "-o", folder, "--no-copies"]);
  rmSync(from, { recursive: true });
  const build = /build ([0-9a-f]{12})/.exec(readFileSync(join(folder, "BUILD.txt"), "utf8"))![1];
  return { folder, build };
}

/** A copy of the researcher's folder as it is published. Another `edition` is another build, as above. */
export function researcherSite(edition = ""): Site {
  const folder = join(mkdtempSync(join(tmpdir(), "linkwell-researcher-")), "site");
  cpSync(process.env.LINKWELL_RESEARCHER_FOLDER!, folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const build = /build ([0-9a-f]{12})/.exec(readFileSync(at("BUILD.txt"), "utf8"))![1];
  if (!edition) return { folder, build };

  const style = readdirSync(folder).find((name) => /^(base|styles)-.*\.css$/.test(name))!;
  appendFileSync(at(style), `/* ${edition} */`);
  const next = createHash("sha256").update(edition).digest("hex").slice(0, 12);
  writeFileSync(at("index.html"), readFileSync(at("index.html"), "utf8").replace(build, next));
  const integrity = (name: string) => `sha256-${createHash("sha256").update(readFileSync(at(name))).digest("base64")}`;
  const [facts, ...code] = readFileSync(at("sw.js"), "utf8").split(";\n");
  const told = JSON.parse(facts.replace("const SITE = ", ""));
  Object.assign(told.files, { [style]: integrity(style), "./": integrity("index.html") });
  told.version = next;
  writeFileSync(at("sw.js"), [`const SITE = ${JSON.stringify(told)}`, ...code].join(";\n"));
  return { folder, build: next };
}

export class Host {
  /** Where the study is: a folder of the host, as studies often are. */
  readonly url: string;
  /** A page of the same host that is not the study's. */
  readonly elsewhere: string;

  private constructor(
    private readonly server: Server,
    private site: Site,
  ) {
    const { port } = server.address() as AddressInfo;
    this.elsewhere = `http://127.0.0.1:${port}/`;
    this.url = `${this.elsewhere}study/`;
  }

  static async start(site: Site): Promise<Host> {
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://host").pathname;
      if (!path.startsWith("/study/")) {
        response.writeHead(path === "/" ? 200 : 404, { "Content-Type": "text/html" }).end("<title>Elsewhere</title>");
        return;
      }
      const name = path.slice("/study/".length) || "index.html";
      const { folder } = host.site;
      try {
        const body = readFileSync(join(folder, name));
        response.writeHead(200, { "Content-Type": kinds[extname(name)] ?? "text/plain", ...headers(folder) }).end(body);
      } catch {
        response.writeHead(404, headers(folder)).end();
      }
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const host = new Host(server, site);
    return host;
  }

  /** Puts another site in the place of the one that is there. */
  publish(site: Site): void {
    this.site = site;
  }

  /** From now on nobody answers at this address. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }
}

function headers(folder: string): Record<string, string> {
  const lines = readFileSync(join(folder, "_headers"), "utf8").split("\n").filter((line) => line.startsWith("  "));
  return Object.fromEntries(lines.map((line) => line.trim().split(": ") as [string, string]));
}
