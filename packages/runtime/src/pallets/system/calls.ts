import { encode, u64 } from '@taonet/codec';
import { system } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, type Ctx } from '@taonet/frame';
import { bytesToHex, ensure, refuse, utf8ToBytes } from '@taonet/primitives';
import { BLOCK_LIMITS } from '../../limits.ts';
import { depositLog } from './bookkeeping.ts';
import { E, Ev, S } from './pallet.ts';

const CODE = bytesToHex(utf8ToBytes(':code'));
const HEAP_PAGES = bytesToHex(utf8ToBytes(':heappages'));

/** source: frame-system 41.0.0, lib.rs */
export const calls = bindCalls(system, {
  /** Anybody may say anything; only its length costs. */
  remark: () => undefined,

  set_heap_pages(ctx, origin, { pages }) {
    ensureRoot(origin);
    ctx.state.set(HEAP_PAGES, encode(u64, pages));
    depositLog(ctx, { type: 'RuntimeEnvironmentUpdated' });
  },

  /** Code here is TypeScript: no blob has a version that could be read from it. */
  set_code(_ctx, origin, { code }) {
    ensureRoot(origin);
    return refuse(E.FailedToExtractRuntimeVersion, { bytes: code.length });
  },

  set_code_without_checks(ctx, origin, { code }) {
    ensureRoot(origin);
    setCode(ctx, code);
    return { actualWeight: BLOCK_LIMITS.maxBlock };
  },

  set_storage(ctx, origin, { items }) {
    ensureRoot(origin);
    for (const [key, value] of items) ctx.state.set(bytesToHex(key), value);
  },

  kill_storage(ctx, origin, { keys }) {
    ensureRoot(origin);
    for (const key of keys) ctx.state.delete(bytesToHex(key));
  },

  /** Removes at most `subkeys` keys of the parent state; keys of this block come on top. */
  kill_prefix(ctx, origin, { prefix, subkeys }) {
    ensureRoot(origin);
    clearPrefix(ctx, bytesToHex(prefix), subkeys);
  },

  remark_with_event(ctx, origin, { remark }) {
    const sender = ensureSigned(origin);
    ctx.deposit(Ev.Remarked({ sender, hash: bytesToHex(ctx.crypto.blake2b256(remark)) }));
  },

  authorize_upgrade(ctx, origin, { code_hash }) {
    ensureRoot(origin);
    authorizeUpgrade(ctx, code_hash, true);
  },

  authorize_upgrade_without_checks(ctx, origin, { code_hash }) {
    ensureRoot(origin);
    authorizeUpgrade(ctx, code_hash, false);
  },

  apply_authorized_upgrade(ctx, _origin, { code }) {
    const authorized = S.AuthorizedUpgrade.get(ctx) ?? refuse(E.NothingAuthorized, { bytes: code.length });
    const hash = bytesToHex(ctx.crypto.blake2b256(code));
    ensure(hash === authorized.code_hash, E.Unauthorized, { actual: hash, required: authorized.code_hash });
    if (authorized.check_version) {
      S.AuthorizedUpgrade.remove(ctx);
      ctx.deposit(Ev.RejectedInvalidAuthorizedUpgrade({ code_hash: authorized.code_hash, error: E.FailedToExtractRuntimeVersion.error }));
      return { paysFee: false };
    }
    setCode(ctx, code);
    S.AuthorizedUpgrade.remove(ctx);
    return { actualWeight: BLOCK_LIMITS.maxBlock, paysFee: false };
  },
});

function setCode(ctx: Ctx, code: Uint8Array): void {
  ctx.state.set(CODE, code);
  depositLog(ctx, { type: 'RuntimeEnvironmentUpdated' });
  ctx.deposit(Ev.CodeUpdated());
}

function authorizeUpgrade(ctx: Ctx, code_hash: string, check_version: boolean): void {
  S.AuthorizedUpgrade.set(ctx, { code_hash, check_version });
  ctx.deposit(Ev.UpgradeAuthorized({ code_hash, check_version }));
}

function clearPrefix(ctx: Ctx, prefix: string, limit: number): void {
  const below = new Set(ctx.state.backend.keysWithPrefix(prefix).slice(0, limit));
  const present = new Set(ctx.state.backend.keysWithPrefix(prefix));
  for (const key of ctx.state.keysWithPrefix(prefix)) if (!present.has(key) || below.has(key)) ctx.state.delete(key);
}
