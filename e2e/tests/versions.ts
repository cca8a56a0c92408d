// The versions of a page that a device keeps, looked at from inside a page: these functions run there.

/** Until a new version is there and waits for its turn. */
export async function newVersionWaits(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const next = registration.waiting ?? registration.installing;
  if (!next) throw new Error("no new version was found");
  while (next.state !== "installed") await new Promise((changed) => (next.onstatechange = changed));
}

/** Until the version that waited has taken over the study at this address. */
export async function nothingWaits(study: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(study);
  const next = registration?.waiting;
  if (next) while (next.state !== "activated") await new Promise((changed) => (next.onstatechange = changed));
}

/** How many versions of the page the device keeps. */
export async function versionsKept(): Promise<number> {
  return (await caches.keys()).filter((name) => !name.endsWith(" state")).length;
}
