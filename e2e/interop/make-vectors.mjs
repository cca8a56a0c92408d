// Writes vectors/sealed/own with the npm package `age-encryption` and Node's own cryptography, which share no code with
// Linkwell. All randomness counts 0, 1, 2 … 255, 0 …, so that a run gives the same bytes as the committed ones:
// the vectors are permanent, and this file says how they came to be. Usage: node make-vectors.mjs FOLDER
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

let next = 0;
crypto.getRandomValues = (array) => {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; at++) bytes[at] = next++ & 255;
  return array;
};
const age = await import("age-encryption");

const folder = process.argv[2];
const write = (name, content) => writeFileSync(join(folder, name), content);
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

// Three chunks, the last one short, and text as a record has it.
const plaintext = `${JSON.stringify({ gse_1: 4, note: "x".repeat(140_000) })}\n`;
write("plaintext.json", plaintext);

const described = {};
for (const [kind, make] of [
  ["hybrid", age.generateHybridIdentity],
  ["classical", age.generateX25519Identity],
]) {
  const identities = [await make(), await make()];
  const recipients = await Promise.all(identities.map(age.identityToRecipient));
  for (const [at, name] of ["team", "recovery"].entries()) {
    write(`${kind}-${name}.key`, `# For tests only\n# public key: ${recipients[at]}\n${identities[at]}\n`);
  }
  next = 0;
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  write(`${kind}.age`, age.armor.encode(await encrypter.encrypt(plaintext)));
  described[kind] = {
    recipients,
    fingerprints: recipients.map((text) => sha256(text).slice(0, 32).replace(/.{4}(?!$)/g, "$& ")),
    digest: sha256([...recipients].sort().map((text) => `${text}\n`).join("")),
  };
}
write("recipients.json", `${JSON.stringify(described, null, 2)}\n`);

const protecting = new age.Encrypter();
protecting.setPassphrase("correct horse battery staple");
protecting.setScryptWorkFactor(12);
write("protected.key", age.armor.encode(await protecting.encrypt("# For tests only\n")));

// An Ed25519 seed in its PKCS #8 wrapping (RFC 8410), which is how Node takes it.
const seed = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
const wrapped = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
const key = createPrivateKey({ key: wrapped, format: "der", type: "pkcs8" });
const point = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
const signatures = [["invitation", "LW-0412"], ["invitation", ""], ["withdrawal", "LW-0412"]];
write("signatures.json", `${JSON.stringify({
  seed: seed.toString("hex"),
  public: point.toString("hex"),
  signatures: signatures.map(([purpose, message]) => ({
    purpose,
    message,
    signature: sign(null, Buffer.from(`${purpose}\0${message}`), key).toString("base64url"),
  })),
}, null, 2)}\n`);
