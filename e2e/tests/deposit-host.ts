// A deposit as a team would run it: the real nginx with the very block of docs/deposit.md, and in front of it a line
// that can be made to fail.
import { once } from "node:events";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Nginx } from "./nginx.ts";

const documentation = join(import.meta.dirname, "../../docs/deposit.md");

/** What the line does with a file. */
export type Line =
  | "passes it on"
  | "breaks in the middle"
  | "breaks before the answer"
  | "never answers"
  | { status: number };

export class DepositHost {
  private readonly line: Server;
  private nginx: Nginx | null = null;
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
    const documented = /```nginx\n([^]*?)```/.exec(readFileSync(documentation, "utf8"))![1];
    const server = (folder: string) => {
      for (const name of ["files/in", "files/small"]) mkdirSync(join(folder, name), { recursive: true });
      const block = documented.replace("/srv/deposit", join(folder, "files")).replace("https://study.example.org", pageOrigin);
      const small = block.replace("location /in/", "location /small/").replace("256k", "1k");
      if (!block.includes(pageOrigin) || small === block) throw new Error("the block of the documentation has changed");
      return `${block} ${small}`;
    };
    this.nginx = await Nginx.start(server, "/in/", "OPTIONS");
  }

  /** The files that have arrived, by name. */
  files(place: "in" | "small" = "in"): Record<string, string> {
    const folder = join(this.nginx!.folder, "files", place);
    return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  }

  /** What somebody gets who asks nginx for something else than the page does. */
  async tries(method: string, path: string): Promise<number> {
    return (await this.nginx!.answer(path, method)).status;
  }

  async stop(): Promise<void> {
    this.line.closeAllConnections();
    this.line.close();
    await this.nginx?.stop();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const does = request.method === "PUT" ? this.does : "passes it on";
    if (request.method === "PUT") {
      this.attempts++;
      this.headers = request.headers;
    }
    if (does === "never answers") return;
    const { method, url: path, headers } = request;
    const onward = ask({ host: "127.0.0.1", port: this.nginx!.port, method, path, headers });
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
