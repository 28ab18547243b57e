/** The part of WebAssembly that is used here; Node's types leave it to those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    /** Another one after the memory has grown. */
    readonly buffer: ArrayBuffer;
  }
}

/** Made by tools/buildKernel.mjs. */
declare module '*/dist/epochWasm.mjs' {
  /** The module, base64. */
  export const EPOCH_WASM: string;
}
