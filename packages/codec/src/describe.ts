/** A whole runtime as metadata describes it: the declarations of its pallets and what holds them together. */

import type { AnyCodec, FieldCodecs } from './composite.ts';
import type { ApiDecl, PalletDecl } from './declare.ts';

/** A transaction extension: codec of what stands in the transaction, and of what is only signed. */
export interface ExtensionDecl {
  readonly identifier: string;
  readonly explicit: AnyCodec;
  readonly implicit: AnyCodec;
}

/** A function of a pallet that answers questions; named by 32 bytes (metadata 16). */
export interface ViewFunctionDecl {
  /** Hex of twox128(pallet) and twox128(signature). */
  readonly id: string;
  readonly args: FieldCodecs;
  readonly result: AnyCodec;
}

/** Why something should not be used any more; an empty note when upstream gives none. */
export type DeprecationNotes = Readonly<Record<string, string>>;

/** What metadata 16 says of a pallet beyond its declaration. */
export interface PalletExtras {
  /** Named types of the pallet's configuration. */
  readonly associatedTypes?: Readonly<Record<string, AnyCodec>>;
  readonly viewFunctions?: Readonly<Record<string, ViewFunctionDecl>>;
  readonly deprecated?: {
    readonly calls?: DeprecationNotes;
    readonly events?: DeprecationNotes;
    readonly errors?: DeprecationNotes;
    readonly storage?: DeprecationNotes;
    readonly constants?: DeprecationNotes;
  };
}

/** Sentences by name, for one pallet. */
export interface PalletDocs {
  readonly calls?: Readonly<Record<string, string>>;
  readonly events?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly storage?: Readonly<Record<string, string>>;
  readonly constants?: Readonly<Record<string, string>>;
}

/** Sentences by pallet name. */
export type MetadataDocs = Readonly<Record<string, PalletDocs>>;

export interface RuntimeDescription {
  readonly pallets: readonly PalletDecl[];
  /** By pallet name. */
  readonly extras: Readonly<Record<string, PalletExtras>>;
  readonly apis: readonly ApiDecl[];
  /** API name → method → note. */
  readonly deprecatedMethods: Readonly<Record<string, DeprecationNotes>>;
  readonly extensions: readonly ExtensionDecl[];
  /** The extensions as upstream nests them. */
  readonly extensionTuple: AnyCodec;
  /** Transaction formats that are accepted, in metadata 16; earlier ones name the first. */
  readonly extrinsicVersions: readonly number[];
  readonly call: AnyCodec;
  readonly event: AnyCodec;
  readonly error: AnyCodec;
  /** Where a call can come from: as the three before, it names pallets. */
  readonly origin: AnyCodec;
  readonly address: AnyCodec;
  readonly signature: AnyCodec;
  readonly extrinsic: AnyCodec;
  /** The runtime's own marker type. */
  readonly runtime: AnyCodec;
}
