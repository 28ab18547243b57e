/** Extrinsics: signed as they should be, signed wrongly, damaged. */

import { pallets } from '@taonet/abi';
import { compactU32, compactU64, encode, signedPayload, u32, type PalletDecl } from '@taonet/codec';
import type { KeyPair } from '@taonet/crypto';
import { bytesToHex, concatBytes, hexToBytes } from '@taonet/primitives';
import { mutateBytes } from './mutations.ts';
import type { Random } from './random.ts';
import { RandomScale, type Pantry } from './randomScale.ts';

/** What a signature binds to, and what may be spent. */
export interface SigningFacts {
  readonly genesis: string;
  readonly specVersion: number;
  readonly transactionVersion: number;
  readonly head: { readonly number: number; readonly hash: string };
  readonly keys: readonly KeyPair[];
  readonly blake2b256: (data: Uint8Array) => Uint8Array;
  /** The nonce that this account's next extrinsic needs; counts on when `used`. */
  nonce(account: string, used: boolean): number;
}

export interface MadeExtrinsic {
  readonly hex: string;
  /** Signed by its sender over this chain, untouched since. */
  readonly genuine: boolean;
}

/** Calls that the developer's account would end the chain with, as root may. */
const ROOT_ONLY_RUIN = new Set(['System.set_storage', 'System.kill_storage', 'System.kill_prefix', 'System.set_code', 'System.set_code_without_checks', 'System.authorize_upgrade_without_checks']);
const OFTEN = ['SubtensorModule', 'Balances', 'Utility', 'Proxy', 'Swap', 'MevShield', 'Multisig', 'Commitments'];
const SCHEMES = { ed25519: 0, sr25519: 1, ecdsa: 2 } as const;
const SIGNED = 0x84;

interface CallSource {
  readonly pallet: PalletDecl;
  readonly name: string;
}
const CALLS: readonly CallSource[] = pallets.flatMap((pallet) => Object.keys(pallet.calls).map((name) => ({ pallet, name })));
const FREQUENT_CALLS = CALLS.filter(({ pallet }) => OFTEN.includes(pallet.name));

/** A call of any pallet with arguments that fit. */
export function randomCall(random: Random, pantry: Pantry): Uint8Array {
  const { pallet, name } = random.pick(random.oneIn(3) ? CALLS : FREQUENT_CALLS);
  const { index, args } = pallet.calls[name]!;
  const fields = Object.entries(args).map(([field, codec]) => ({ name: field, type: codec.type }));
  return concatBytes(Uint8Array.of(pallet.index, index), RandomScale.bytesOf(fields, random, pantry));
}

const remark = (text: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(0, 0), encode(compactU32, text.length), text);

/** `batch(batch(batch(… remark)))`, deeper than the door lets in when `depth` is large. */
function nestedBatch(depth: number): Uint8Array {
  const utility = pallets.find(({ name }) => name === 'Utility')!;
  let call = remark(new Uint8Array(0));
  for (let i = 0; i < depth; i++) call = concatBytes(Uint8Array.of(utility.index, utility.calls['batch']!.index, 4), call);
  return call;
}

function transferOf(random: Random, facts: SigningFacts): Uint8Array {
  const balances = pallets.find(({ name }) => name === 'Balances')!;
  const rao = random.oneIn(4) ? random.big(60) : BigInt(1 + random.below(1_000_000));
  return concatBytes(Uint8Array.of(balances.index, balances.calls['transfer_allow_death']!.index, 0), hexToBytes(random.pick(facts.keys).accountId), encode(compactU64, rao));
}

/** Sudo of anything that leaves the chain alive. */
function sudoOf(random: Random, pantry: Pantry): Uint8Array {
  const sudo = pallets.find(({ name }) => name === 'Sudo')!;
  const inner = randomCall(random, pantry);
  const pallet = pallets.find(({ index }) => index === inner[0])!;
  const name = Object.entries(pallet.calls).find(([, { index }]) => index === inner[1])![0];
  const harmless = ROOT_ONLY_RUIN.has(`${pallet.name}.${name}`) || pallet === sudo ? remark(Uint8Array.of(1)) : inner;
  return concatBytes(Uint8Array.of(sudo.index, sudo.calls['sudo']!.index), harmless);
}

function anyCall(random: Random, facts: SigningFacts, pantry: Pantry): Uint8Array {
  return random.weighted<() => Uint8Array>([
    [6, () => transferOf(random, facts)],
    [8, () => randomCall(random, pantry)],
    [2, () => sudoOf(random, pantry)],
    [1, () => nestedBatch(1 + random.below(6))],
    [1, () => nestedBatch(6 + random.below(random.oneIn(4) ? 5000 : 300))],
    [1, () => remark(random.bytes(random.size(2000)))],
    [1, () => remark(new Uint8Array(random.below(random.oneIn(20) ? 6_000_000 : 50_000)))],
  ])();
}

/** Ways to sign for another chain, another time, another account. */
type Lie = 'none' | 'spec' | 'genesis' | 'nonce' | 'signature' | 'signer' | 'tip' | 'scheme' | 'mode' | 'call';
const LIES: readonly Lie[] = ['spec', 'genesis', 'nonce', 'signature', 'signer', 'tip', 'scheme', 'mode', 'call'];

/** An extrinsic: half of them genuine, the others wrong in one way or damaged. */
export function randomExtrinsic(random: Random, facts: SigningFacts, pantry: Pantry): MadeExtrinsic {
  const kind = random.below(10);
  if (kind === 0) return { hex: `0x${bytesToHex(bareOrGeneral(random, pantry))}`, genuine: false };
  const lie = kind <= 5 ? 'none' : kind <= 7 ? random.pick(LIES) : 'none';
  const made = signed(random, facts, anyCall(random, facts, pantry), lie);
  if (kind <= 7) return { hex: `0x${bytesToHex(made)}`, genuine: lie === 'none' || lie === 'nonce' || lie === 'tip' };
  const damaged = bytesToHex(mutateBytes(random, made));
  return { hex: `0x${damaged}`, genuine: damaged === bytesToHex(made) };
}

function bareOrGeneral(random: Random, pantry: Pantry): Uint8Array {
  const call = randomCall(random, pantry);
  const head = random.pick([[4], [5], [0x45, 0, 0, 0, 0, 0], [0x44], [0xc4], [0x85], [0xff]]);
  return prefixed(concatBytes(Uint8Array.from(head), call));
}

function signed(random: Random, facts: SigningFacts, call: Uint8Array, lie: Lie): Uint8Array {
  const key = random.pick(facts.keys);
  const nonce = lie === 'nonce' ? random.pick([0, 1, facts.nonce(key.accountId, false) + 1 + random.below(40), 0xffff_ffff]) : facts.nonce(key.accountId, lie === 'none');
  const tip = lie === 'tip' ? random.big(64) : random.oneIn(8) ? BigInt(random.below(1000)) : 0n;
  const mortal = random.oneIn(3);
  const era = mortal ? mortalOf(facts.head.number) : Uint8Array.of(0);
  const birth = mortal ? facts.head.hash : facts.genesis;
  const extra = concatBytes(era, encode(compactU32, nonce), encode(compactU64, tip), Uint8Array.of(lie === 'mode' ? 1 + random.below(255) : 0));
  const genesis = lie === 'genesis' ? random.bytes(32) : hexToBytes(facts.genesis);
  const spec = lie === 'spec' ? random.u32() : facts.specVersion;
  const implicit = concatBytes(encode(u32, spec), encode(u32, facts.transactionVersion), genesis, hexToBytes(birth), Uint8Array.of(0));
  const signer = lie === 'signer' ? facts.keys.find((other) => other !== key)! : key;
  const signature = signer.sign(signedPayload({ call: lie === 'call' ? remark(random.bytes(3)) : call, extra, implicit }, facts.blake2b256));
  if (lie === 'signature') signature[random.below(signature.length)]! ^= 1 << random.below(8);
  const scheme = lie === 'scheme' ? random.pick([0, 2, 3, 255]) : SCHEMES[key.scheme];
  return prefixed(concatBytes(Uint8Array.of(SIGNED, 0), hexToBytes(key.accountId), Uint8Array.of(scheme), signature, extra, call));
}

/** Alive for 64 blocks from `current` on. */
function mortalOf(current: number): Uint8Array {
  const period = 64;
  const encoded = 5 | ((current % period) << 4);
  return Uint8Array.of(encoded & 0xff, encoded >> 8);
}

const prefixed = (body: Uint8Array): Uint8Array => concatBytes(encode(compactU32, body.length), body);
