// Starts the page that is one file: `cargo xtask build` puts this, boot.js, crew.js and the page's script together, and
// `linkwell site --single-file` puts the result and the WebAssembly into the page. Workers are started with the same text.
import * as page from "page-script";
import { begin } from "./boot.js";
import { serve } from "./crew.js";

const carried = (name) => atob(document.getElementById(`file:${name}`).textContent);
const itself = () => Promise.resolve(page);

if (self.document) begin(itself, () => Uint8Array.from(carried("page.wasm"), (letter) => letter.charCodeAt(0)));
else serve(itself);
