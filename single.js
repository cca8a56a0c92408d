// Starts the page that is one file: `cargo xtask build` puts this, boot.js, crew.js and the page's script together, and
// `linkwell site --single-file` puts the result and the WebAssembly into the page. Workers are started with the same text.
import * as page from "page-script";
import { begin } from "./boot.js";
import { serve } from "./crew.js";

const carried = (name) => atob(document.getElementById(`file:${name}`).textContent);
const itself = () => Promise.resolve(page);

function start() {
  // The page empties its body when it starts, and workers need the text of this script.
  document.head.append(document.currentScript);
  begin(itself, () => Uint8Array.from(carried("page.wasm"), (letter) => letter.charCodeAt(0)));
}

if (self.document) start();
else serve(itself);
