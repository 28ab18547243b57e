/**
 * The two written forms of an sr25519 secret: key files hold the canonical scalar, the WebAssembly (as polkadot.js does) takes
 * the scalar times the cofactor 8, as in expanded ed25519 keys. The last 32 bytes, the nonce, are the same in both.
 *
 * source: schnorrkel src/keys.rs, SecretKey::to_bytes and to_ed25519_bytes
 */

const SCALAR_SIZE = 32;

/** Canonical to ed25519 form: scalar × 8, little endian. */
export function scalarTimesCofactor(secret: Uint8Array): Uint8Array {
  const out = secret.slice();
  for (let i = SCALAR_SIZE - 1; i >= 0; i--) out[i] = (secret[i]! << 3) | (i > 0 ? secret[i - 1]! >> 5 : 0);
  return out;
}

/** ed25519 form to canonical: scalar ÷ 8; the three lowest bits are zero in that form. */
export function scalarOverCofactor(secret: Uint8Array): Uint8Array {
  const out = secret.slice();
  for (let i = 0; i < SCALAR_SIZE; i++) out[i] = (secret[i]! >> 3) | (i + 1 < SCALAR_SIZE ? secret[i + 1]! << 5 : 0);
  return out;
}
