// Starts a page: loads the two files that its head names and hands over.
//
// It is a file of its own because the page's policy allows no inline script. The page's plain text stands until then
// and says how to take part without it; when anything fails (an old browser, a broken connection) it stays, and its
// heading says so. `single.js` starts the page that is one file, and takes its steps from here.
const found = (id) => self.document?.getElementById(id);

// A WebAssembly module with one function type that takes a reference: the newest of what the page's WebAssembly needs.
// docs/browsers.md has the whole list.
const NEWEST = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);

const isTooOld = () => typeof WebAssembly !== "object" || !WebAssembly.validate(NEWEST) || !self.crypto;

// Says at once that the page does not start; without this, its text shows by itself after a moment.
function say(why) {
  const heading = found("loading");
  if (!heading) return;
  heading.textContent = heading.dataset[why];
  found("wait")?.remove();
  for (const text of document.querySelectorAll(".if-it-stays")) text.classList.remove("if-it-stays");
}

// A copy of the study on this device, for visits without a network. Without it the page works, with one.
function keepForLater() {
  const worker = document.querySelector("meta[name=linkwell-worker]");
  if (!worker || !navigator.serviceWorker) return;
  const policy = self.trustedTypes?.createPolicy("linkwell", { createScriptURL: () => worker.content });
  navigator.serviceWorker
    .register(policy ? policy.createScriptURL("") : worker.content, { updateViaCache: "none" })
    .catch(() => {});
}

/** `script` gives the page's script, `code` its WebAssembly or the address of it. */
export function begin(script, code) {
  if (isTooOld()) return say("old");
  script()
    .then((page) => page.default({ module_or_path: code() }))
    .then(keepForLater)
    .catch((reason) => {
      say("failed");
      throw reason;
    });
}

const address = (id) => found(id).href;

if (found("page-script")) begin(() => import(address("page-script")), () => address("page-code"));
