/** How this chain writes its transactions. */

import { extrinsicCodec, type Codec, type Extrinsic, type ExtrinsicFormat } from '@taonet/codec';
import { extensions } from './extensions.ts';
import { runtimeCall } from './runtimeEnums.ts';
import { multiAddress, type MultiAddress } from './types/address.ts';
import { multiSignature, type MultiSignature } from './types/signature.ts';

export const extrinsicFormat: ExtrinsicFormat<MultiAddress, MultiSignature> = {
  address: multiAddress,
  signature: multiSignature,
  call: runtimeCall,
  extensions,
};

/** A transaction with its length prefix. */
export const extrinsic: Codec<Extrinsic<MultiAddress, MultiSignature>> = extrinsicCodec(extrinsicFormat);
