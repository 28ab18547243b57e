/** Package runtime: the Bittensor state machine of spec 425. */

export { createRuntime, type Runtime, type RuntimeOptions, type TransactionToValidate } from './runtime.ts';
export { createSpec, type Spec, type SpecOptions } from './spec.ts';
export { ApiFault, apis, callApi, type ApiName } from './apis/callApi.ts';
export { createMetadataAt } from './apis/metadataBytes.ts';
export type { ViewCtx } from './apis/viewCtx.ts';
export { computeBlockEmission } from './pallets/subtensor/coinbase/computeBlockEmission.ts';
