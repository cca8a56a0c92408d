#!/usr/bin/env python3
"""Makes invitation.json: invitation tokens, made from docs/formats.md without any of Linkwell's code.

Python's standard library alone: Ed25519 is written here from RFC 8032, Bech32 from BIP 173. Slow and open to timing,
which is no matter for keys that everybody may know.

    python3 vectors/invitation/make.py --check    is invitation.json what this makes?
    python3 vectors/invitation/make.py --write    makes it again, after a vector was added
"""

import base64
import datetime
import hashlib
import json
import pathlib
import sys

# --- Ed25519, RFC 8032, section 5.1 -------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert x * x % P == square
    return x if x & 1 == sign else P - x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y)


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    product = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + product, P - 2, P) % P
    y = (y1 * y2 + x1 * x2) * pow(1 - product, P - 2, P) % P
    return x, y


def times(scalar, point):
    result = (0, 1)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def packed(point):
    x, y = point
    return (y | (x & 1) << 255).to_bytes(32, "little")


def secret_parts(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return scalar & (1 << 254) - 8 | 1 << 254, digest[32:]


def public(seed):
    return packed(times(secret_parts(seed)[0], BASE))


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def sign(seed, message):
    scalar, prefix = secret_parts(seed)
    once = number(prefix, message)
    point = packed(times(once, BASE))
    answer = (once + number(point, public(seed), message) * scalar) % L
    return point + answer.to_bytes(32, "little")


# RFC 8032, section 7.1, test 2.
RFC_SEED = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
assert public(RFC_SEED).hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
assert sign(RFC_SEED, b"\x72").hex() == (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)

# --- Bech32, BIP 173 ----------------------------------------------------------------------------------------------


def bech32(prefix, data):
    bits = "".join(f"{byte:08b}" for byte in data)
    values = [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]
    stretched = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = 1
    for value in stretched + values + [0] * 6:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate([0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3]):
            check ^= generator if top >> at & 1 else 0
    check ^= 1
    values += [check >> 5 * (5 - at) & 31 for at in range(6)]
    return prefix + "1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[value] for value in values)


# --- Invitations, docs/formats.md ---------------------------------------------------------------------------------


def check_character(payload):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY"
    return alphabet[sum(place * alphabet.index(c) for place, c in enumerate(payload, 1)) % 31]


def code(payload):
    return payload + check_character(payload)


def recipients_hash(recipients):
    return hashlib.sha256("".join(f"{text}\n" for text in sorted(recipients)).encode()).digest()[:16]


def days(date):
    return (datetime.date.fromisoformat(date) - datetime.date(1970, 1, 1)).days if date else 0


def payload(parts, version=1):
    texts = [parts["study"], parts["wave"], parts["site"] or "", parts["participant"]]
    named = b"".join(bytes([len(text)]) + text.encode() for text in texts)
    day = days(parts["last_day"]).to_bytes(2, "big")
    return bytes([version]) + named + day + recipients_hash(parts["recipients"])


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(signed, seed, purpose=b"invitation"):
    content = signed + sign(seed, purpose + b"\0" + signed)
    return base64url(content + hashlib.sha256(content).digest()[:4])


def with_checksum(content):
    return base64url(content + hashlib.sha256(content).digest()[:4])


SEED = bytes(range(32))
OTHER_SEED = bytes(range(32, 64))
STUDY = {
    "id": "link-worker-sample",
    "waves": ["baseline", "followup"],
    "sites": ["riverside", "hilltop"],
    "link_workers": {"riverside": ["asha"]},
    "recipients": ["age1pq1team", "age1pq1recovery"],
}
PARTS = {
    "study": "link-worker-sample",
    "wave": "baseline",
    "site": "riverside",
    "participant": code("K7M4Q"),
    "last_day": "2027-03-05",
    "recipients": STUDY["recipients"],
}


def ms(text):
    moment = datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)
    return int(moment.timestamp()) * 1000


NOW = "2026-11-22T10:00:00"


def vector(name, text, reading="ok", parts=None, signature=None, verdict=None, now=NOW):
    entry = {"name": name, "token": text, "reading": reading}
    if parts is not None:
        entry |= {
            "parts": {key: value for key, value in parts.items() if key != "recipients"},
            "recipients_hash": recipients_hash(parts["recipients"]).hex(),
            "payload": payload(parts).hex(),
            "signature": signature or "fits",
            "now": now,
            "now_ms": ms(now),
            "verdict": verdict or "ok",
        }
    return entry


def good(name, verdict="ok", now=NOW, **changed):
    parts = PARTS | changed
    return vector(name, token(payload(parts), SEED), parts=parts, verdict=verdict, now=now)


def vectors():
    right = payload(PARTS)
    text = token(right, SEED)
    content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))[:-4]
    yield good("ok")
    yield good("ok, no site and no last day", site=None, last_day=None)
    yield good("ok, recipients in another order", recipients=STUDY["recipients"][::-1])
    yield good("ok, the shortest and the longest", verdict="other_study", study="s" + "-9" * 19 + "x",
               wave="w" + "_1" * 12 + "x", site="s" * 26, participant=code("Y" * 11), last_day="2149-06-06")
    yield good("ok, a code of five characters", participant=code("3F7D"))
    yield good("ok, in the last second that is the last day anywhere", now="2027-03-06T11:59:59")
    yield good("expired, when the last day is over everywhere", "expired", now="2027-03-06T12:00:00")
    yield good("other study", "other_study", study="another-study")
    yield good("other recipients", "other_recipients", recipients=["age1pq1team", "age1pq1thief"])
    yield good("one recipient fewer", "other_recipients", recipients=["age1pq1team"])
    yield good("unknown wave", "unknown_wave", wave="third")
    yield good("unknown site", "unknown_site", site="harbour")
    yield good("ok, with a link worker", site="riverside/asha")
    yield good("ok, the longest place", verdict="unknown_site", site="s" * 26 + "/" + "w" * 26)
    yield good("unknown link worker", "unknown_site", site="riverside/ben")
    yield good("link worker of another site", "unknown_site", site="hilltop/asha")
    yield vector("forged: another key", token(right, OTHER_SEED), parts=PARTS, signature="forged")
    yield vector("forged: signed for another purpose", token(right, SEED, b"receipt"), parts=PARTS, signature="forged")
    altered = PARTS | {"participant": code("3ANNA")}
    yield vector("forged: another person with the old signature, the checksum made again",
                 with_checksum(payload(altered) + content[-64:]), parts=altered, signature="forged")
    yield vector("newer version", with_checksum(b"\x02" + content[1:]), "newer")
    yield vector("newer version, of another form", with_checksum(b"\x07anything"), "newer")
    yield vector("newer version, and damaged", base64url(b"\x02" + content[1:] + b"abcd"), "damaged")
    yield vector("altered: one character", text[:40] + ("A" if text[40] != "A" else "B") + text[41:], "damaged")
    yield vector("truncated by one character", text[:-1], "damaged")
    yield vector("truncated in the middle", text[: len(text) // 2], "damaged")
    yield vector("empty", "", "damaged")
    yield vector("one character more", text + "A", "damaged")
    yield vector("a full stop at the end", text + ".", "damaged")
    yield vector("in capitals", text.upper(), "damaged")
    yield vector("with padding", text + "=" * (-len(text) % 4 or 4), "damaged")

    def odd(name, changed):
        signed = changed + sign(SEED, b"invitation\0" + changed)
        return vector(name, with_checksum(signed), "damaged")

    yield odd("version 0", b"\x00" + right[1:])
    yield odd("a byte after the payload", right + b"\0")
    yield odd("a byte fewer", right[:-1])
    yield odd("a code in small letters", right.replace(PARTS["participant"].encode(), PARTS["participant"].lower().encode()))
    yield odd("a code whose check character does not fit", right.replace(b"K7M4Q7", b"K7M4Q8"))
    yield odd("a study in capitals", right.replace(b"link-worker", b"Link-Worker"))
    yield odd("a wave that is empty", right.replace(b"\x08baseline", b"\x00"))
    yield odd("a slash without a link worker", right.replace(b"\x09riverside", b"\x0ariverside/"))
    yield odd("two slashes", right.replace(b"\x09riverside", b"\x0driverside/a/b"))
    yield odd("a link worker without a site", right.replace(b"\x09riverside", b"\x05/asha"))
    yield odd("a length beyond the end", b"\x01\xff" + right[2:])
    yield odd("a name that is not UTF-8", right.replace(b"riverside", b"river\xff\xffde"))


def made():
    def key(seed):
        return {
            "seed": seed.hex(),
            "signing_key": bech32("linkwell-signing-key-", seed).upper(),
            "verifying_key": bech32("linkwell-verify-", public(seed)),
        }

    return json.dumps({
        "about": "Made by make.py beside this file; for tests only: the keys are public.",
        "study": STUDY,
        "keys": {"study": key(SEED), "other": key(OTHER_SEED)},
        "vectors": list(vectors()),
    }, indent=1) + "\n"


FILE = pathlib.Path(__file__).with_name("invitation.json")

if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        FILE.write_text(made())
    elif sys.argv[1:] == ["--check"]:
        sys.exit(0 if FILE.read_text() == made() else f"{FILE} is not what this makes")
    else:
        sys.exit(__doc__)
