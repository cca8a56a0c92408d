// The other side of crates/sealed/tests/interop.rs: age files sealed and opened by the npm package `age-encryption`.
// Knows nothing of Linkwell. Usage: node cross.mjs seal|open|unprotect FOLDER
// The folder's job.json says what to do; the answer, one line a file, goes to standard output: its name and the
// SHA-256 of its plaintext.
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { armor, Decrypter, Encrypter, identityToRecipient } from "age-encryption";

const [, , verb, folder] = process.argv;
const job = JSON.parse(readFileSync(join(folder, "job.json"), "utf8"));

function report(name, plaintext) {
  console.log(`${name} ${createHash("sha256").update(plaintext).digest("hex")}`);
}

// job: { files: [{ name, size, armoured, identities: [text, text] }] }
async function seal() {
  for (const file of job.files) {
    const encrypter = new Encrypter();
    for (const identity of file.identities) {
      encrypter.addRecipient(await identityToRecipient(identity));
    }
    const plaintext = randomBytes(file.size);
    const sealed = await encrypter.encrypt(plaintext);
    writeFileSync(join(folder, file.name), file.armoured ? armor.encode(sealed) : sealed);
    report(file.name, plaintext);
  }
}

// job: { files: [{ name, identities: [text] }] }
async function open() {
  for (const file of job.files) {
    const decrypter = new Decrypter();
    for (const identity of file.identities) decrypter.addIdentity(identity);
    const sealed = armor.decode(readFileSync(join(folder, file.name), "utf8"));
    report(file.name, await decrypter.decrypt(sealed));
  }
}

// job: { files: [{ name, passphrase }] }
async function unprotect() {
  for (const file of job.files) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(file.passphrase);
    const sealed = armor.decode(readFileSync(join(folder, file.name), "utf8"));
    report(file.name, await decrypter.decrypt(sealed));
  }
}

await { seal, open, unprotect }[verb]();
