// Starts the page that is one file: `cargo xtask build` puts this, boot.js and the page's script together, and
// `linkwell site --single-file` puts the result and the WebAssembly into the page.
import * as page from "page-script";
import { begin } from "./boot.js";

const carried = (name) => atob(document.getElementById(`file:${name}`).textContent);

begin(
  () => Promise.resolve(page),
  () => Uint8Array.from(carried("page.wasm"), (letter) => letter.charCodeAt(0)),
);
