/** What transaction extensions put into a transaction and into the bytes that are signed. */

import { compactU32, compactU64, encode, era as eraCodec, IMMORTAL, type Era } from '@taonet/codec';
import { bytesToHex, concatBytes, tryHexToBytes } from '@taonet/primitives';
import { sdkError } from '../errors.ts';
import type { ExtensionEntry } from '../scale/metadataParts.ts';
import type { Runtime } from '../scale/runtime.ts';
import type { TypeCodecs } from '../scale/typeCodecs.ts';

export interface Facts {
  readonly era: Era;
  /** Of the block at which the era begins; the genesis hash for immortal ones. In hex. */
  readonly birthHash: string;
  readonly genesisHash: string;
  readonly nonce: number;
  readonly tip: bigint;
}

interface Parts {
  readonly explicit?: Uint8Array;
  readonly implicit?: Uint8Array;
}

const u32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);

/** By identifier; others must add nothing, or an absent option. */
const KNOWN: Readonly<Record<string, (facts: Facts, runtime: Runtime) => Parts>> = {
  CheckSpecVersion: (_, { version }) => ({ implicit: u32(version.specVersion) }),
  CheckTxVersion: (_, { version }) => ({ implicit: u32(version.transactionVersion) }),
  CheckGenesis: ({ genesisHash }) => ({ implicit: tryHexToBytes(genesisHash)! }),
  CheckMortality: ({ era, birthHash }) => ({ explicit: encode(eraCodec, era), implicit: tryHexToBytes(birthHash)! }),
  CheckNonce: ({ nonce }) => ({ explicit: encode(compactU32, nonce) }),
  ChargeTransactionPayment: ({ tip }) => ({ explicit: encode(compactU64, tip) }),
  CheckMetadataHash: () => ({ explicit: Uint8Array.of(0), implicit: Uint8Array.of(0) }),
};
const ALIASES: Readonly<Record<string, string>> = { CheckEra: 'CheckMortality', ChargeTransactionPaymentWrapper: 'ChargeTransactionPayment' };

/** Zero bytes for types without content, one for options. */
function nothing(types: TypeCodecs, id: number, extension: ExtensionEntry): Uint8Array {
  const { def, path } = types.type(id);
  const inside = def.type === 'tuple' ? def.value : def.type === 'composite' ? def.value.map(({ type }) => type) : undefined;
  if (inside !== undefined) return concatBytes(...inside.map((one) => nothing(types, one, extension)));
  if (def.type === 'variant' && path[0] === 'Option') return Uint8Array.of(0);
  throw sdkError('NotOnThisChain', { extension: extension.identifier }, { message: `The chain wants something in each transaction that this package does not know: ${extension.identifier}.`, fix: 'Use a newer version of this package.' });
}

/** Bytes that stand in the transaction, and bytes that are only signed. */
export function encodeExtensions(runtime: Runtime, facts: Facts): { readonly extra: Uint8Array; readonly implicit: Uint8Array } {
  const parts = runtime.extensions.map((extension) => {
    const known = KNOWN[ALIASES[extension.identifier] ?? extension.identifier]?.(facts, runtime);
    return {
      extra: known?.explicit ?? nothing(runtime.types, extension.type, extension),
      implicit: known?.implicit ?? nothing(runtime.types, extension.implicit, extension),
    };
  });
  return { extra: concatBytes(...parts.map(({ extra }) => extra)), implicit: concatBytes(...parts.map(({ implicit }) => implicit)) };
}

export const eraHex = (era: Era): string => `0x${bytesToHex(encode(eraCodec, era))}`;
export { IMMORTAL };
