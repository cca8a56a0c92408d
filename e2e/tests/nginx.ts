// The real nginx, with a folder of its own and a server that a test writes.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createServer as createListener, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Nginx {
  private process: ChildProcess | null = null;

  private constructor(
    /** Its folder, which is removed in the end. */
    readonly folder: string,
    readonly port: number,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it with what `server` makes of its folder, inside a `server` block; it is there when `path` has an answer. */
  static async start(server: (folder: string) => string, path: string, method = "GET"): Promise<Nginx> {
    const nginx = new Nginx(mkdtempSync(join(tmpdir(), "linkwell-nginx-")), await freePort());
    mkdirSync(join(nginx.folder, "temp"));
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path temp/${kind};`);
    const root = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      join(nginx.folder, "nginx.conf"),
      `${root} daemon off; worker_processes 1; pid nginx.pid; error_log stderr;
       events {}
       http { access_log off; ${temporary.join(" ")} server { listen 127.0.0.1:${nginx.port}; ${server(nginx.folder)} } }`,
    );
    const words = ["-p", nginx.folder, "-c", "nginx.conf", "-e", "stderr"];
    nginx.process = spawn(process.env.LINKWELL_NGINX ?? "nginx", words, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    nginx.process.stderr!.on("data", (data) => (said += data));
    const isThere = () => nginx.answer(path, method).then(({ status }) => status < 300, () => false);
    for (let tries = 0; !(await isThere()); tries++) {
      if (nginx.process.exitCode !== null || tries > 2_000) throw new Error(`nginx did not start: ${said}`);
    }
    return nginx;
  }

  /** What somebody gets who asks it. */
  async answer(path: string, method = "GET", headers = {}): Promise<{ status: number; headers: IncomingHttpHeaders }> {
    const asking = ask({ host: "127.0.0.1", port: this.port, method, path, headers }).end();
    const [answer] = (await once(asking, "response")) as [IncomingMessage];
    answer.resume();
    return { status: answer.statusCode!, headers: answer.headers };
  }

  async stop(): Promise<void> {
    if (this.process && this.process.exitCode === null) {
      this.process.kill("SIGTERM");
      await once(this.process, "exit");
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const listener = createListener().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  await new Promise((closed) => listener.close(closed));
  return port;
}
