/** The runtime as chainHead_v1 shows it. */

import type { RuntimeVersion } from '@taonet/chain';

/** A fact of `initialized` and `newBlock`. source: JSON-RPC interface specification, chainHead_v1_follow */
export interface RuntimeJson {
  readonly type: 'valid';
  readonly spec: {
    readonly specName: string;
    readonly implName: string;
    readonly specVersion: number;
    readonly implVersion: number;
    readonly transactionVersion: number;
    /** Id of a runtime API → its version. */
    readonly apis: Readonly<Record<string, number>>;
  };
}

export function runtimeJson({ specName, implName, specVersion, implVersion, transactionVersion, apis }: RuntimeVersion): RuntimeJson {
  return { type: 'valid', spec: { specName, implName, specVersion, implVersion, transactionVersion, apis: Object.fromEntries(apis) } };
}
