import { apis as declared, subnetInfoApi } from '@taonet/abi';
import { CannotDecode, decode, encode, struct, tryDecode, tuple, u16, u32, vec, type Build, type Codec, type FieldCodecs } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { MemoryState, Overlay } from '@taonet/frame';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { beforeAll, describe, expect, test } from 'vitest';
import { S } from '../pallets/subtensor/pallet.ts';
import { apis, ApiFault, callApi } from './callApi.ts';
import type { BoundMethod } from './handlers.ts';
import { createMetadata } from './metadataBytes.ts';
import { PROXY_FILTERS } from '../pallets/proxy/filterTable.ts';
import type { ViewCtx } from './viewCtx.ts';

const NOTHING = new Uint8Array();
const BUILD: Build = { fast: false, powFaucet: false };
let crypto: Awaited<ReturnType<typeof createCrypto>>;
const METADATA = Uint8Array.of(1, 2, 3);

function emptyView(more: Partial<ViewCtx> = {}): ViewCtx {
  return { state: new Overlay(new MemoryState()), crypto, build: BUILD, metadataAt: (version) => (version === 14 ? METADATA : undefined), ...more };
}

beforeAll(async () => {
  crypto = await createCrypto();
});

/** What executes blocks or transactions, or takes secrets: given by the executive or the node. */
const EXECUTED = [
  'Core_execute_block', 'Core_initialize_block', 'BlockBuilder_apply_extrinsic', 'BlockBuilder_finalize_block', 'BlockBuilder_inherent_extrinsics',
  'BlockBuilder_check_inherents', 'GenesisBuilder_build_state', 'TaggedTransactionQueue_validate_transaction', 'OffchainWorkerApi_offchain_worker',
  'SessionKeys_generate_session_keys', 'EthereumRuntimeRPCApi_call', 'EthereumRuntimeRPCApi_create',
  'EthereumRuntimeRPCApi_pending_block', 'EthereumRuntimeRPCApi_initialize_pending_block',
  'ContractsApi_call', 'ContractsApi_instantiate', 'ContractsApi_upload_code', 'ContractsApi_get_storage', 'ShieldApi_try_decode_shielded_tx',
  'ShieldApi_try_unshield_tx',
];

describe('the door', () => {
  test('every declared method is answered here or known to be executed elsewhere', () => {
    const all = declared.flatMap((trait) => Object.keys(trait.methods).map((name) => `${trait.name}_${name}`));
    expect([...Object.keys(apis), ...EXECUTED].sort()).toEqual(all.sort());
  });

  test('a method nobody has', () => {
    for (const name of ['Core_nothing', 'toString', '__proto__', '']) {
      expect(callApi(emptyView(), name, NOTHING)).toEqual(new ApiFault('UnknownMethod', `Exported method ${name} is not found`));
    }
  });

  /** The shortest run of zero bytes that decodes as the arguments. */
  function zeroArgs(args: FieldCodecs): Uint8Array | undefined {
    for (let length = 0; length < 400; length++) if (!(tryDecode(struct('', args), new Uint8Array(length)) instanceof CannotDecode)) return new Uint8Array(length);
    return undefined;
  }

  test.each(Object.keys(apis))('%s on a chain without anything', (name) => {
    const method = (apis as Readonly<Record<string, BoundMethod>>)[name]!;
    const args = zeroArgs(method.decl.args as FieldCodecs);
    // Not everything has a zero: an extrinsic, a call, some keys.
    if (args === undefined) return expect(name).toMatch(/query_call|query_info|query_fee|convert_transaction|equivocation/);
    const answer = callApi(emptyView(), name, args);
    if (answer instanceof ApiFault) return expect(name).toMatch(/query_info|query_fee_details/);
    expect(tryDecode(method.decl.result as Codec<unknown>, answer)).not.toBeInstanceOf(CannotDecode);
  });

  test('a method of the executive', () => {
    const ctx = emptyView({ execution: { Core_execute_block: (_ctx, args) => Uint8Array.of(...args, 9) } });
    expect(callApi(ctx, 'Core_execute_block', Uint8Array.of(1))).toEqual(Uint8Array.of(1, 9));
  });

  test.each([
    ['SubnetInfoRuntimeApi_get_metagraph', ''],
    ['SubnetInfoRuntimeApi_get_metagraph', '00'],
    ['SubnetInfoRuntimeApi_get_metagraph', '000000'],
    ['TransactionPaymentApi_query_info', '0800ff00000000'],
    ['TransactionPaymentApi_query_info', '04000000'],
  ])('arguments that do not fit: %s(%s)', (name, args) => {
    const answer = callApi(emptyView(), name, hexToBytes(args));
    expect(answer).toBeInstanceOf(ApiFault);
    expect((answer as ApiFault).code).toBe('BadArguments');
    expect((answer as ApiFault).message).toContain(`Bad input data provided to ${name}: `);
  });

  test('metadata comes from the provider', () => {
    const at = (version: number) => callApi(emptyView(), 'Metadata_metadata_at_version', encode(u32, version));
    expect(at(14)).toEqual(Uint8Array.of(1, 12, 1, 2, 3));
    expect(at(13)).toEqual(Uint8Array.of(0));
    expect(callApi(emptyView(), 'Metadata_metadata', NOTHING)).toEqual(Uint8Array.of(12, 1, 2, 3));
  });
});

test('metadata of the declarations: magic, version, and the same bytes each time', () => {
  const metadataUnder = createMetadata(BUILD);
  const metadataAt = (version: number): Uint8Array | undefined => metadataUnder(version);
  for (const version of [14, 15, 16]) {
    const bytes = metadataAt(version);
    expect([...bytes!.slice(0, 5)]).toEqual([...utf8ToBytes('meta'), version]);
    expect(metadataAt(version)).toBe(bytes);
  }
  expect([13, 17, 0, 14.5].map(metadataAt)).toEqual([undefined, undefined, undefined, undefined]);
});

describe('subnets', () => {
  const selective = (ctx: ViewCtx, indexes: number[], netuid = 7) =>
    callApi(ctx, 'SubnetInfoRuntimeApi_get_selective_metagraph', encode(tuple(u16, vec(u16)), [netuid, indexes])) as Uint8Array;

  function withSubnet(): ViewCtx {
    const ctx = emptyView();
    S.NetworksAdded.set(ctx, 7, true);
    return ctx;
  }

  const hexOf = (...parts: string[]): string => parts.join('');
  const NONE = '00';

  test('a subnet that does not exist', () => {
    expect(selective(emptyView(), [0, 1])).toEqual(Uint8Array.of(0));
  });

  test('an identity that is asked for and missing differs from one that is not asked for', () => {
    const NAME_AND_SYMBOL = NONE.repeat(2);
    expect(bytesToHex(selective(withSubnet(), [0]))).toBe(hexOf('01', '1c', NONE.repeat(73)));
    expect(bytesToHex(selective(withSubnet(), [0, 3]))).toBe(hexOf('01', '1c', NAME_AND_SYMBOL, '0100', NONE.repeat(70)));
    const named = `0124${bytesToHex(Uint8Array.from([...utf8ToBytes('subvortex')].flatMap(compact)))}`;
    expect(bytesToHex(selective(withSubnet(), [1, 3, 3]))).toBe(hexOf('01', '00', named, NONE, '0100', NONE.repeat(70)));
  });

  function compact(byte: number): number[] {
    return byte < 64 ? [byte << 2] : [((byte << 2) | 1) & 255, byte >> 6];
  }

  test('netuid stays 0 unless asked for, except from a mechanism', () => {
    expect(selective(withSubnet(), []).slice(0, 2)).toEqual(Uint8Array.of(1, 0));
    expect(selective(withSubnet(), [999])).toEqual(selective(withSubnet(), []));
    const args = encode(tuple(u16, vec(u16)), [7, []]);
    const mechagraph = callApi(withSubnet(), 'SubnetInfoRuntimeApi_get_selective_mechagraph', Uint8Array.of(7, 0, 255, ...args.slice(2))) as Uint8Array;
    expect(mechagraph.slice(0, 2)).toEqual(Uint8Array.of(1, 7 << 2));
  });

  test('lists follow storage order, low byte first; the two fixed records ascend', () => {
    const ctx = emptyView();
    for (const netuid of [0, 1, 2, 256, 257]) S.NetworksAdded.set(ctx, netuid, true);
    S.NetworksAdded.set(ctx, 3, false);
    const list = <T>(name: string, codec: Codec<T>): T => decode(codec, callApi(ctx, `SubnetInfoRuntimeApi_${name}`, NOTHING) as Uint8Array);
    const { get_all_dynamic_info, get_subnets_info } = subnetInfoApi.methods;
    expect(list('get_all_dynamic_info', get_all_dynamic_info.result).map((info) => info?.netuid)).toEqual([0, 256, 1, 257, 2, undefined]);
    expect(list('get_subnets_info', get_subnets_info.result).map((info) => info?.netuid)).toEqual([0, 1, 2, 256, 257]);
  });
});

describe('tables', () => {
  test('every kind of proxy has one filter', () => {
    expect(PROXY_FILTERS.map(({ type }) => type).sort()).toEqual([...new Set(PROXY_FILTERS.map(({ type }) => type))].sort());
    expect(PROXY_FILTERS).toHaveLength(18);
  });

  test('the benchmark preset', () => {
    const id = Uint8Array.of(1, 36, ...utf8ToBytes('benchmark'));
    const answer = callApi(emptyView(), 'GenesisBuilder_get_preset', id) as Uint8Array;
    const text = new TextDecoder().decode(answer.slice(3));
    expect(text.startsWith('{\n      "aura": {\n        "authorities": [\n          "5Grwva')).toBe(true);
    expect(text.endsWith('"stakes": []\n      }\n    }')).toBe(true);
    expect(callApi(emptyView(), 'GenesisBuilder_get_preset', Uint8Array.of(1, 4, 120))).toEqual(Uint8Array.of(0));
  });
});
