// The places of panics in the source. Panics end without a text here, so nobody reads the table of them.

// A place as Rust keeps it: address and length of the file's name, line, column, each in four bytes.
const PLACE = 16;
const FILE_NAME = /^[\w./-]+\.rs$/;
const DATA_SECTION = 11;

/** A number in WebAssembly's way of writing, and where it ends. */
function number(bytes, at, signed) {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = bytes[at++];
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte & 128);
  if (signed && shift < 32 && byte & 64) value |= -1 << shift;
  return [value, at];
}

/** Where each piece of data stands in the file, and the address that it is for. */
function pieces(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const section = bytes[at];
    const [size, begin] = number(bytes, at + 1);
    at = begin + size;
    if (section !== DATA_SECTION) continue;
    let [count, place] = number(bytes, begin);
    return Array.from({ length: count }, () => {
      // A piece of the one memory, at an address that is a plain number: nothing else is made for these pages.
      if (bytes[place] !== 0 || bytes[place + 1] !== 0x41) throw new Error("the page has data of another kind");
      const [address, end] = number(bytes, place + 2, true);
      const [length, from] = number(bytes, end + 1);
      place = from + length;
      return { address, from, length };
    });
  }
  return [];
}

/** Writes zeros over the places of panics, and over the names of their files, in the file's `bytes`. */
export function forgetPlaces(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const all = pieces(bytes);
  const nameAt = (address, length) => {
    const piece = all.find((piece) => address >= piece.address && address + length <= piece.address + piece.length);
    if (!piece || length < 4 || length > 255) return;
    const from = piece.from + address - piece.address;
    const name = bytes.subarray(from, from + length);
    if (FILE_NAME.test(Buffer.from(name).toString("latin1"))) return name;
  };
  const names = new Set();
  for (const { address, from, length } of all) {
    for (let at = from + (-address & 3); at + PLACE <= from + length; at += 4) {
      const [name, size, line, column] = [0, 4, 8, 12].map((more) => view.getUint32(at + more, true));
      if (line === 0 || line > 99_999 || column === 0 || column > 999) continue;
      const found = nameAt(name, size);
      if (!found) continue;
      names.add(found);
      bytes.fill(0, at, at + PLACE);
    }
  }
  for (const name of names) name.fill(0);
}
