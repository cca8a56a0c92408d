// Keeps a whole page on the device, a study's or the researcher's, so that it works without a network after the first
// visit.
//
// Promises: every file of one visit comes from one version; a new version is never used while a questionnaire is
// unfinished on this device, or while a tab of the old one is open; what is missing or odd is asked of the network.
// Must never keep anything that a person entered: it knows whether there is a draft, and never looks into one.
//
// `hosting::worker` puts a line in front: SITE.version, which changes with any file, SITE.files, the address of each
// file below this folder with its hash, and SITE.drafts, whether what is unfinished outlives its page.

const HERE = self.registration.scope;
const PREFIX = `linkwell ${HERE} `;
// Which version each open page has, and which one the last visit had.
const STATE = `${PREFIX}state`;
const DRAFTS_WITHIN_MS = 4000;

const at = (name) => new URL(name, HERE).href;

self.addEventListener("install", (event) => event.waitUntil(copyAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const address = nameable(event.request);
  if (address) event.respondWith(answer(event, address).catch(() => fetch(event.request)));
});

// The hashes make the copy whole or not at all: a host in the middle of an upload is tried again at the next visit.
async function copyAll() {
  const cache = await caches.open(PREFIX + SITE.version);
  const copy = async ([name, integrity]) => {
    const got = await fetch(at(name), { integrity, cache: "no-cache" });
    if (!got.ok) throw new Error(`not copied: ${name}`);
    // A host may have sent us on to another address, and a browser refuses such an answer later.
    await cache.put(at(name), new Response(got.body, { status: 200, headers: got.headers }));
  };
  await Promise.all(Object.entries(SITE.files).map(copy));
}

// The first page came from the network; from here on it is ours too.
async function takeOver() {
  if (!(await recall("last"))) await remember("last", SITE.version);
  await self.clients.claim();
}

// The address under which a file would be kept; undefined for what is none of our business.
function nameable(request) {
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !address.startsWith(HERE)) return undefined;
  return address === at("index.html") ? HERE : address;
}

async function answer(event, address) {
  const isVisit = event.request.mode === "navigate" && address === HERE;
  const version = isVisit ? await choose(event) : await recall(event.clientId);
  const kept = await find(address, version || SITE.version);
  return kept || fetch(event.request);
}

const find = (address, version) => caches.match(address, { cacheName: PREFIX + version });

// The version for a page that is being opened: the one that an unfinished questionnaire was begun in, or the newest.
async function choose(event) {
  const last = await recall("last");
  const carriesOn = SITE.drafts && last && last !== SITE.version && (await find(HERE, last)) && (await hasDraft());
  const version = carriesOn ? last : SITE.version;
  await remember("last", version);
  await remember(event.resultingClientId, version);
  if (!carriesOn) event.waitUntil(tidy(event.resultingClientId));
  return version;
}

// Whether something unfinished, or finished and not handed over, is kept. `src/browser/drafts` keeps it.
function hasDraft() {
  return new Promise((done) => {
    // A database that does not answer may hold a draft: the old version is the safe one.
    setTimeout(() => done(true), DRAFTS_WITHIN_MS);
    const opening = indexedDB.open("linkwell");
    // There was none, and there is to be none.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done(false);
    opening.onsuccess = () => {
      const database = opening.result;
      const settle = (answer) => {
        database.close();
        done(answer);
      };
      if (!database.objectStoreNames.contains("drafts")) return settle(false);
      const counting = database.transaction("drafts").objectStore("drafts").count();
      counting.onsuccess = () => settle(counting.result > 0);
      counting.onerror = () => settle(true);
    };
  });
}

// Removes the versions that no open page has. A newer one that waits for its turn has its files here too.
async function tidy(opened) {
  if (self.registration.waiting || self.registration.installing) return;
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  open.add(opened).add("last");
  const state = await caches.open(STATE);
  const used = new Set([PREFIX + SITE.version, STATE]);
  for (const request of await state.keys()) {
    const name = request.url.slice(HERE.length);
    if (open.has(name)) used.add(PREFIX + (await recall(name)));
    else await state.delete(request);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !used.has(name)) await caches.delete(name);
  }
}

async function remember(name, version) {
  const state = await caches.open(STATE);
  await state.put(at(name), new Response(version));
}

async function recall(name) {
  if (!name) return undefined;
  const kept = await caches.match(at(name), { cacheName: STATE });
  return kept && kept.text();
}
