/** The Bittensor runtime behind the chain's port: the one place where bytes become its types and back. */

import { aura, coreApi, runtimeVersionRecord } from '@taonet/abi';
import { bytes, CannotDecode, decode, digestItem, encode, extrinsicCodec, forBuild, header as headerCodec, Reader, type Build, type CallValue, type MetadataDocs } from '@taonet/codec';
import { BlockCtx, checkSignature, Overlay, ROOT, TrieRoots, type StateCtx } from '@taonet/frame';
import { bytesToHex, Defect, refuse, type Crypto } from '@taonet/primitives';
import { ApiFault, callApi, activeRules, createMetadata, createRuntime, encodeApplied, encodeValidity, specVersionOf, type MetadataUnder, type Runtime, type RuntimeOptions, type Spec, type ViewCtx } from '@taonet/runtime';
import type { BlockRun, BlockStart, CallOutcome, InherentData, KeyChange, ParentState, RuntimePort, RuntimeVersion, TransactionSource } from '../ports.ts';
import { Inspector } from './inspector.ts';
import { Pulses } from './pulses.ts';
import { RememberedPulses } from './rememberedPulses.ts';
import { Shield, type OpenShielded } from './shield.ts';
import { RememberedSignatures, type SignatureJob } from './rememberedSignatures.ts';

export interface BittensorOptions {
  readonly build: Build;
  readonly crypto: Crypto;
  /** The state of block 0. */
  readonly genesis: (spec: Spec) => Iterable<readonly [string, Uint8Array]>;
  /** Sentences for metadata, by name. */
  readonly docs?: MetadataDocs | undefined;
  /** What computes epochs: the oracle of package yuma unless given. */
  readonly epochKernel?: RuntimeOptions['epochKernel'];
  /** Opens shielded transactions, for ShieldApi; without it none can be opened there. */
  readonly openShielded?: OpenShielded | undefined;
}

/** Format of bare extrinsics as the chain writes them. */
const BARE_FORMAT = 5;
/** With more accounts impersonated, the one that is longest so is not any more. */
const MAX_IMPERSONATED = 65_536;

export class BittensorRuntime implements RuntimePort {
  readonly slotMs: number;
  readonly seals: Shield;
  readonly inspector: Inspector;
  readonly pulses: Pulses;
  readonly #options: BittensorOptions;
  readonly #runtime: Runtime;
  readonly #crypto: Crypto;
  readonly #signatures: RememberedSignatures;
  readonly #metadata: MetadataUnder;

  constructor(options: BittensorOptions) {
    this.#options = options;
    const remembered = new RememberedPulses(options.crypto);
    this.#signatures = new RememberedSignatures(remembered.crypto);
    this.#crypto = this.#signatures.crypto;
    this.#runtime = createRuntime(options.build, this.#crypto, { epochKernel: options.epochKernel });
    this.#metadata = createMetadata(options.build, options.docs);
    this.seals = new Shield({
      runtime: this.#runtime,
      build: options.build,
      call: (state, method, args) => this.call(state, method, args),
      openShielded: options.openShielded,
    });
    this.inspector = new Inspector(this.#runtime);
    this.pulses = new Pulses({ viewOf: (state) => this.#viewOf(state), bare: (call) => this.#bare(call), remembered });
    this.slotMs = Number(forBuild(aura.constants.SlotDuration.value, options.build));
  }

  genesis(): Iterable<readonly [string, Uint8Array]> {
    return this.#options.genesis(this.#runtime.spec);
  }

  begin(parent: ParentState, { number, parentHash, digest }: BlockStart): BlockRun {
    const trie = parent.trie();
    const items = digest.map((item) => digestItem.decode(new Reader(item)));
    const block = this.#runtime.openBlock({ state: parent, roots: new TrieRoots(trie), number, parentHash, digest: items });
    return {
      inherents: (data) => this.#inherents(data),
      apply: (extrinsic) => encodeApplied(block.apply(extrinsic)),
      finish: () => {
        const { header, changes } = block.finalize();
        return { header: encode(headerCodec, header), changes, trie: trie.snapshot() };
      },
    };
  }

  #inherents({ timestampMs, nextShieldKey }: InherentData): Uint8Array[] {
    return [
      this.#bare({ type: 'Timestamp', value: { type: 'set', value: { now: BigInt(timestampMs) } } }),
      this.#bare({ type: 'MevShield', value: { type: 'announce_next_key', value: { enc_key: nextShieldKey } } }),
    ];
  }

  #bare(call: CallValue): Uint8Array {
    return encode(extrinsicCodec(this.#runtime.spec.format), { preamble: { kind: 'bare', format: BARE_FORMAT }, call });
  }

  validate(state: ParentState, source: TransactionSource, extrinsic: Uint8Array, at: string): Uint8Array | undefined {
    const { spec } = this.#runtime;
    if (spec.readExtrinsic(extrinsic) instanceof CannotDecode) return undefined;
    return encodeValidity(this.#runtime.validateTransaction({ state, blockHash: at, source, bytes: extrinsic }));
  }

  /** The signature of `extrinsic` if it has one that was not checked yet, so that it can be checked on another thread. */
  signatureOf(state: ParentState, extrinsic: Uint8Array, at: string): SignatureJob | undefined {
    const { spec } = this.#runtime;
    return this.#signatures.collect(() => checkSignature(spec, { state, blockHash: at, bytes: extrinsic }));
  }

  /** Takes over the answer to `signatureOf`. */
  rememberSignature(job: SignatureJob, isGood: boolean): void {
    this.#signatures.remember(job, isGood);
  }

  call(state: ParentState, method: string, args: Uint8Array): CallOutcome {
    const ctx: ViewCtx = {
      ...this.#viewOf(state),
      metadataAt: (version) => this.metadata(version, state),
      execution: {
        TaggedTransactionQueue_validate_transaction: (_ctx, given) => this.#validateCall(state, given),
        Core_execute_block: (_ctx, given) => this.#executeCall(state, given),
        ...this.seals.methods(state),
      },
    };
    try {
      const answer = callApi(ctx, method, args);
      if (!(answer instanceof ApiFault)) return { ok: answer };
      return answer.code === 'UnknownMethod' ? { failed: 'NotFound' } : { failed: 'BadInput', reason: answer.message };
    } catch (error) {
      if (error instanceof CannotDecode) return { failed: 'BadInput', reason: `Bad input data provided to ${method}: ${error.expected} at byte ${error.offset}` };
      if (error instanceof Defect) return { failed: 'Trapped', reason: `${method}: ${error.code}` };
      throw error;
    }
  }

  /** Arguments: source, extrinsic, hash of the block whose state this is. */
  #validateCall(state: ParentState, args: Uint8Array): Uint8Array {
    const reader = new Reader(args);
    const source = SOURCES[reader.byte()] ?? reader.fail('a transaction source');
    const start = reader.offset;
    extrinsicCodec(this.#runtime.spec.format).decode(reader);
    const extrinsic = args.slice(start, reader.offset);
    const at = bytesToHex(reader.raw(32));
    return encodeValidity(this.#runtime.validateTransaction({ state, blockHash: at, source, bytes: extrinsic }));
  }

  /** Argument: a block without its seal, child of the one whose state this is. A Defect unless it is what its header says. */
  #executeCall(state: ParentState, args: Uint8Array): Uint8Array {
    const { header, extrinsics } = decode(coreApi.methods.execute_block.args.block, args);
    this.#runtime.executeBlock({ state, roots: new TrieRoots(state.trie()), header, extrinsics: extrinsics.map((one) => encode(bytes, one)) });
    return new Uint8Array();
  }

  metadata(version: number, state: ParentState): Uint8Array | undefined {
    return this.#metadata(version, activeRules(this.#viewOf(state)).rule_set);
  }

  versionAt(state: ParentState): RuntimeVersion {
    return toVersion(specVersionOf(this.#viewOf(state)));
  }

  #viewOf(state: ParentState): StateCtx {
    return { state: new Overlay(state), crypto: this.#crypto, build: this.#options.build };
  }

  setBalance(state: ParentState, account: string, free: bigint): readonly KeyChange[] {
    const ctx = new BlockCtx(this.#runtime.spec, new Overlay(state), new TrieRoots(state.trie()));
    const call = { type: 'Balances', value: { type: 'force_set_balance', value: { who: { type: 'Id', value: account }, new_free: free } } };
    const result = ctx.dispatch(call, ROOT);
    if (!result.ok) refuse(result.refusal);
    return ctx.state.changes();
  }

  impersonate(account: string): void {
    const { impersonated } = this.#signatures;
    impersonated.add(account);
    // a Set keeps the order of insertion: the oldest is first
    if (impersonated.size > MAX_IMPERSONATED) for (const oldest of impersonated) return void impersonated.delete(oldest);
  }

  stopImpersonating(account: string | undefined): void {
    if (account === undefined) this.#signatures.impersonated.clear();
    else this.#signatures.impersonated.delete(account);
  }
}

/** By wire index. */
const SOURCES: readonly TransactionSource[] = ['InBlock', 'Local', 'External'];

function toVersion(specVersion: number): RuntimeVersion {
  const record = runtimeVersionRecord;
  return {
    specName: record.spec_name,
    implName: record.impl_name,
    authoringVersion: record.authoring_version,
    specVersion,
    implVersion: record.impl_version,
    apis: record.apis.map(([id, version]) => [`0x${bytesToHex(id)}`, version] as const),
    transactionVersion: record.transaction_version,
    stateVersion: record.system_version,
  };
}
