/**
 * UUIDs made from names (version 5, RFC 9562 §5.5): the same namespace and name give the same UUID everywhere and for ever.
 *
 * SHA-1 (FIPS 180-4 §6.1) is written out because this folder does not depend on a platform. It names things here and keeps
 * nothing secret.
 */
const INITIAL = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const BLOCK_BYTES = 64;

/** The UUID of a name in a namespace, in small letters. `namespace` is a UUID in its usual form. */
export function uuidV5(namespace: string, name: string): string {
  const prefix = (namespace.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const digest = sha1(Uint8Array.from([...prefix, ...new TextEncoder().encode(name)]));
  const bytes = digest.slice(0, 16).map((byte, at) => stamped(byte, at));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Bytes 6 and 8 carry the version and the variant. */
function stamped(byte: number, at: number): number {
  if (at === 6) return (byte & 0x0f) | 0x50;
  return at === 8 ? (byte & 0x3f) | 0x80 : byte;
}

function sha1(message: Uint8Array): Uint8Array {
  const padded = new DataView(pad(message).buffer);
  const state = Int32Array.from(INITIAL);
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK_BYTES) mix(state, schedule(padded, offset));
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
}

function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((message.length + 9) / BLOCK_BYTES);
  const padded = new Uint8Array(blocks * BLOCK_BYTES);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
}

function schedule(padded: DataView, offset: number): Int32Array {
  const words = new Int32Array(80);
  for (let t = 0; t < 80; t += 1) {
    const before = (distance: number): number => words[t - distance] ?? 0;
    words[t] = t < 16 ? padded.getInt32(offset + t * 4) : rotate(before(3) ^ before(8) ^ before(14) ^ before(16), 1);
  }
  return words;
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  words.forEach((word, t) => {
    const next = (rotate(a, 5) + choose(t, { b, c, d }) + e + word) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  });
  [a, b, c, d, e].forEach((word, at) => {
    state[at] = (state[at] ?? 0) + word;
  });
}

/** The function and the constant of a round. */
function choose(t: number, { b, c, d }: { readonly b: number; readonly c: number; readonly d: number }): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return t < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
