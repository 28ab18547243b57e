/** Made by tools/buildKernel.mjs. */
declare module '*/dist/sealWasm.mjs' {
  /** The module, base64. */
  export const SEAL_WASM: string;
}
