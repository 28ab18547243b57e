/** The whole runtime, as metadata is built from it. */

import type { RuntimeDescription } from '@taonet/codec';
import { apis } from './apis.ts';
import { extensions } from './extensions.ts';
import { palletExtras } from './palletExtras.ts';
import { pallets } from './pallets.ts';
import { runtimeCall, runtimeError, runtimeEvent } from './runtimeEnums.ts';
import { multiAddress } from './types/address.ts';
import { extensionTuple, selfContainedExtrinsic } from './types/block.ts';
import { runtimeMarker } from './types/nested.ts';
import { originCaller } from './types/origin.ts';
import { multiSignature } from './types/signature.ts';

export const runtimeDescription: RuntimeDescription = {
  pallets,
  extras: palletExtras,
  apis,
  deprecatedMethods: {
    SubnetInfoRuntimeApi: {
      get_subnet_hyperparams: 'get_subnet_hyperparams_v3 takes its place.',
      get_subnet_hyperparams_v2: 'get_subnet_hyperparams_v3 takes its place.',
    },
  },
  extensions,
  extensionTuple,
  extrinsicVersions: [4, 5],
  call: runtimeCall,
  event: runtimeEvent,
  error: runtimeError,
  origin: originCaller,
  address: multiAddress,
  signature: multiSignature,
  extrinsic: selfContainedExtrinsic,
  runtime: runtimeMarker,
};
