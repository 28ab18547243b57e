/**
 * Looks through nonces for a seal, keccak-256(sha2-256(nonce ‖ suffix)), that is at most a limit. Both hashes are of one block: 40 bytes
 * and 32 bytes. Four times as fast as two calls of a hash library a nonce, which is what it is compared with in the tests.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. source: FIPS 180-4, 4.2.2 */
const K = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
/** Round constants of keccak. source: FIPS 202, 3.2.5 */
const RC = memory.data<u64>([
  0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
  0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
  0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
]);

/** 64 words of the message schedule. */
const W = memory.data(256);
/** Suffix and limit, 32 bytes each, written by the host. */
const QUESTION = memory.data(64);

export function questionAddress(): usize { return QUESTION; }

/** The hash, as four lanes of keccak: little-endian. */
let d0: u64 = 0, d1: u64 = 0, d2: u64 = 0, d3: u64 = 0;

// @ts-ignore: decorator
@inline function wAt(i: i32): u32 { return load<u32>(W + (<usize>i << 2)); }

/** sha2-256 of the nonce and the suffix, whose words stand in W[2..9], into d0..d3 as lanes of keccak. */
function sha(nonce: u64): void {
  store<u32>(W, bswap<u32>(<u32>nonce));
  store<u32>(W + 4, bswap<u32>(<u32>(nonce >> 32)));
  for (let i = 16; i < 64; i++) {
    const w15 = wAt(i - 15), w2 = wAt(i - 2);
    const s0 = rotr<u32>(w15, 7) ^ rotr<u32>(w15, 18) ^ (w15 >> 3);
    const s1 = rotr<u32>(w2, 17) ^ rotr<u32>(w2, 19) ^ (w2 >> 10);
    store<u32>(W + (<usize>i << 2), wAt(i - 16) + s0 + wAt(i - 7) + s1);
  }
  let a: u32 = 0x6a09e667, b: u32 = 0xbb67ae85, c: u32 = 0x3c6ef372, d: u32 = 0xa54ff53a, e: u32 = 0x510e527f, f: u32 = 0x9b05688c, g: u32 = 0x1f83d9ab, h: u32 = 0x5be0cd19;
  for (let i = 0; i < 64; i++) {
    const t1 = h + (rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)) + ((e & f) ^ (~e & g)) + load<u32>(K + (<usize>i << 2)) + wAt(i);
    const t2 = (rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  d0 = lane(a + 0x6a09e667, b + 0xbb67ae85);
  d1 = lane(c + 0x3c6ef372, d + 0xa54ff53a);
  d2 = lane(e + 0x510e527f, f + 0x9b05688c);
  d3 = lane(g + 0x1f83d9ab, h + 0x5be0cd19);
}

// @ts-ignore: decorator
@inline function lane(high: u32, low: u32): u64 { return <u64>bswap<u32>(high) | (<u64>bswap<u32>(low) << 32); }

/** keccak-256 of d0..d3, into d0..d3. */
function keccak(): void {
  let a00: u64 = d0, a01: u64 = d1, a02: u64 = d2, a03: u64 = d3, a04: u64 = 1;
  let a05: u64 = 0, a06: u64 = 0, a07: u64 = 0, a08: u64 = 0, a09: u64 = 0;
  let a10: u64 = 0, a11: u64 = 0, a12: u64 = 0, a13: u64 = 0, a14: u64 = 0;
  let a15: u64 = 0, a16: u64 = 0x8000000000000000, a17: u64 = 0, a18: u64 = 0, a19: u64 = 0;
  let a20: u64 = 0, a21: u64 = 0, a22: u64 = 0, a23: u64 = 0, a24: u64 = 0;
  for (let round = 0; round < 24; round++) {
    const c0 = a00 ^ a05 ^ a10 ^ a15 ^ a20, c1 = a01 ^ a06 ^ a11 ^ a16 ^ a21, c2 = a02 ^ a07 ^ a12 ^ a17 ^ a22, c3 = a03 ^ a08 ^ a13 ^ a18 ^ a23, c4 = a04 ^ a09 ^ a14 ^ a19 ^ a24;
    const e0 = c4 ^ rotl<u64>(c1, 1), e1 = c0 ^ rotl<u64>(c2, 1), e2 = c1 ^ rotl<u64>(c3, 1), e3 = c2 ^ rotl<u64>(c4, 1), e4 = c3 ^ rotl<u64>(c0, 1);
    const b00 = a00 ^ e0, b10 = rotl<u64>(a01 ^ e1, 1), b20 = rotl<u64>(a02 ^ e2, 62), b05 = rotl<u64>(a03 ^ e3, 28), b15 = rotl<u64>(a04 ^ e4, 27);
    const b16 = rotl<u64>(a05 ^ e0, 36), b01 = rotl<u64>(a06 ^ e1, 44), b11 = rotl<u64>(a07 ^ e2, 6), b21 = rotl<u64>(a08 ^ e3, 55), b06 = rotl<u64>(a09 ^ e4, 20);
    const b07 = rotl<u64>(a10 ^ e0, 3), b17 = rotl<u64>(a11 ^ e1, 10), b02 = rotl<u64>(a12 ^ e2, 43), b12 = rotl<u64>(a13 ^ e3, 25), b22 = rotl<u64>(a14 ^ e4, 39);
    const b23 = rotl<u64>(a15 ^ e0, 41), b08 = rotl<u64>(a16 ^ e1, 45), b18 = rotl<u64>(a17 ^ e2, 15), b03 = rotl<u64>(a18 ^ e3, 21), b13 = rotl<u64>(a19 ^ e4, 8);
    const b14 = rotl<u64>(a20 ^ e0, 18), b24 = rotl<u64>(a21 ^ e1, 2), b09 = rotl<u64>(a22 ^ e2, 61), b19 = rotl<u64>(a23 ^ e3, 56), b04 = rotl<u64>(a24 ^ e4, 14);
    a00 = b00 ^ (~b01 & b02) ^ load<u64>(RC + (<usize>round << 3)); a01 = b01 ^ (~b02 & b03); a02 = b02 ^ (~b03 & b04); a03 = b03 ^ (~b04 & b00); a04 = b04 ^ (~b00 & b01);
    a05 = b05 ^ (~b06 & b07); a06 = b06 ^ (~b07 & b08); a07 = b07 ^ (~b08 & b09); a08 = b08 ^ (~b09 & b05); a09 = b09 ^ (~b05 & b06);
    a10 = b10 ^ (~b11 & b12); a11 = b11 ^ (~b12 & b13); a12 = b12 ^ (~b13 & b14); a13 = b13 ^ (~b14 & b10); a14 = b14 ^ (~b10 & b11);
    a15 = b15 ^ (~b16 & b17); a16 = b16 ^ (~b17 & b18); a17 = b17 ^ (~b18 & b19); a18 = b18 ^ (~b19 & b15); a19 = b19 ^ (~b15 & b16);
    a20 = b20 ^ (~b21 & b22); a21 = b21 ^ (~b22 & b23); a22 = b22 ^ (~b23 & b24); a23 = b23 ^ (~b24 & b20); a24 = b24 ^ (~b20 & b21);
  }
  d0 = a00; d1 = a01; d2 = a02; d3 = a03;
}

/** How many nonces from `start` on do not count; `count` when none does. */
export function search(start: u64, count: u32): u32 {
  for (let i: usize = 0; i < 8; i++) store<u32>(W + 8 + (i << 2), bswap<u32>(load<u32>(QUESTION + (i << 2))));
  store<u32>(W + 40, 0x80000000);
  for (let i: usize = 11; i < 15; i++) store<u32>(W + (i << 2), 0);
  store<u32>(W + 60, 320);
  const limit = bswap<u64>(load<u64>(QUESTION + 32));
  for (let i: u32 = 0; i < count; i++) {
    sha(start + i);
    keccak();
    if (bswap<u64>(d0) <= limit && isAtMost()) return i;
  }
  return count;
}

/** The last seal, read big-endian, against the limit. */
function isAtMost(): bool {
  if (bswap<u64>(d0) !== bswap<u64>(load<u64>(QUESTION + 32))) return bswap<u64>(d0) < bswap<u64>(load<u64>(QUESTION + 32));
  if (bswap<u64>(d1) !== bswap<u64>(load<u64>(QUESTION + 40))) return bswap<u64>(d1) < bswap<u64>(load<u64>(QUESTION + 40));
  if (bswap<u64>(d2) !== bswap<u64>(load<u64>(QUESTION + 48))) return bswap<u64>(d2) < bswap<u64>(load<u64>(QUESTION + 48));
  return bswap<u64>(d3) <= bswap<u64>(load<u64>(QUESTION + 56));
}
