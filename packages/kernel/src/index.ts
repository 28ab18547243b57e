/** Package kernel: the epoch of package yuma in WebAssembly, for hosts that want it fast. Outside the deterministic zone. */

export { createEpochKernel } from './createEpochKernel.ts';
