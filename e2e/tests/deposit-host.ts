// A deposit as a team would run it: the real nginx with the very block of docs/deposit.md, and in front of it a line
// that can be made to fail.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createListener, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const documentation = join(import.meta.dirname, "../../docs/deposit.md");

/** What the line does with a file. */
export type Line =
  | "passes it on"
  | "breaks in the middle"
  | "breaks before the answer"
  | "never answers"
  | { status: number };

export class DepositHost {
  private readonly folder = mkdtempSync(join(tmpdir(), "linkwell-deposit-"));
  private readonly line: Server;
  private nginx: ChildProcess | null = null;
  private port = 0;
  /** What the line does from now on. */
  does: Line = "passes it on";
  /** How often a file began to arrive at the line. */
  attempts = 0;
  /** The head of the last request that brought a file. */
  headers: IncomingMessage["headers"] = {};

  private constructor() {
    this.line = createServer((request, response) => {
      // A page that goes away in the middle of sending breaks its line too.
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  /** Starts the line; nginx follows as soon as the page's address is known. */
  static async start(): Promise<DepositHost> {
    const host = new DepositHost();
    await new Promise<void>((listening) => host.line.listen(0, "127.0.0.1", listening));
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.line.address() as AddressInfo).port}`;
  }

  /** The address for a study file; in the small place there is no room for a sealed file. */
  address(place: "in" | "small" = "in"): string {
    return `${this.origin}/${place}/{file}`;
  }

  /** Starts nginx for a page at `pageOrigin`. */
  async serve(pageOrigin: string): Promise<void> {
    this.port = await freePort();
    for (const name of ["files/in", "files/small", "temp"]) mkdirSync(join(this.folder, name), { recursive: true });
    const block = /```nginx\n([^]*?)```/.exec(readFileSync(documentation, "utf8"))![1]
      .replace("/srv/deposit", join(this.folder, "files"))
      .replace("https://study.example.org", pageOrigin);
    const small = block.replace("location /in/", "location /small/").replace("256k", "1k");
    if (!block.includes(pageOrigin) || small === block) throw new Error("the block of the documentation has changed");
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path temp/${kind};`);
    const root = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      join(this.folder, "nginx.conf"),
      `${root} daemon off; worker_processes 1; pid nginx.pid; error_log stderr;
       events {}
       http { access_log off; ${temporary.join(" ")} server { listen 127.0.0.1:${this.port}; ${block} ${small} } }`,
    );
    const words = ["-p", this.folder, "-c", "nginx.conf", "-e", "stderr"];
    this.nginx = spawn(process.env.LINKWELL_NGINX ?? "nginx", words, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    this.nginx.stderr!.on("data", (data) => (said += data));
    for (let tries = 0; !(await this.answers()); tries++) {
      if (this.nginx.exitCode !== null || tries > 2_000) throw new Error(`nginx did not start: ${said}`);
    }
  }

  /** The files that have arrived, by name. */
  files(place: "in" | "small" = "in"): Record<string, string> {
    const folder = join(this.folder, "files", place);
    return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  }

  /** What somebody gets who asks nginx for something else than the page does. */
  async tries(method: string, path: string): Promise<number> {
    const asking = ask({ host: "127.0.0.1", port: this.port, method, path }).end();
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    answer.resume();
    return answer.statusCode!;
  }

  async stop(): Promise<void> {
    this.line.closeAllConnections();
    this.line.close();
    if (this.nginx && this.nginx.exitCode === null) {
      this.nginx.kill("SIGTERM");
      await once(this.nginx, "exit");
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    return this.tries("OPTIONS", "/in/").then((status) => status === 204, () => false);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const does = request.method === "PUT" ? this.does : "passes it on";
    if (request.method === "PUT") {
      this.attempts++;
      this.headers = request.headers;
    }
    if (does === "never answers") return;
    const { method, url: path, headers } = request;
    const onward = ask({ host: "127.0.0.1", port: this.port, method, path, headers });
    onward.on("error", () => response.destroy());
    if (typeof does === "object") {
      // As a host in trouble answers, with the headers that let the page see what the trouble is.
      request.resume();
      onward.destroy();
      await once(request, "end");
      response.writeHead(does.status, { "Access-Control-Allow-Origin": "*" }).end();
      return;
    }
    if (does === "breaks in the middle") {
      const [part] = (await once(request, "data")) as [Buffer];
      onward.write(part.subarray(0, part.length / 2), () => {
        onward.destroy();
        request.destroy();
      });
      return;
    }
    request.pipe(onward);
    const [answer] = (await once(onward, "response")) as [IncomingMessage];
    if (does === "breaks before the answer") {
      answer.resume();
      await once(answer, "end");
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  }
}

async function freePort(): Promise<number> {
  const listener = createListener().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  await new Promise((closed) => listener.close(closed));
  return port;
}
