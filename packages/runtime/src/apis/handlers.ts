/** Ties behaviour to declared runtime API traits. */

import type { ApiDecl, ApiMethodDecl, CannotDecode, StructValue } from '@taonet/codec';
import type { ViewCtx } from './viewCtx.ts';

/** Behaviour of one declared method; `CannotDecode` when opaque bytes among the arguments turn out not to fit. */
export type ApiHandler<M> = M extends ApiMethodDecl<infer A, infer R> ? (ctx: ViewCtx, args: StructValue<A>) => R | CannotDecode : never;

/** Behaviour of a trait; methods that execute blocks or transactions may be left to `ViewCtx.execution`. */
export type TraitHandlers<D extends ApiDecl> = { readonly [N in keyof D['methods'] & string]?: ApiHandler<D['methods'][N]> };

/** What a method of a trait answers. */
export type ApiResult<D extends ApiDecl, N extends keyof D['methods']> = D['methods'][N] extends ApiMethodDecl<infer _A, infer R> ? R : never;

/** What a method of a trait answers when it has something to say: the inside of its Option. */
export type ApiFound<D extends ApiDecl, N extends keyof D['methods']> = Exclude<ApiResult<D, N>, undefined>;

/** One method, ready to be called. */
export interface BoundMethod {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly decl: ApiMethodDecl<any, any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly run: (ctx: ViewCtx, args: any) => unknown;
  /** `run` gives bytes that are already encoded. */
  readonly encoded?: true;
}

type BoundTrait<D extends ApiDecl, H> = { readonly [N in keyof H & string as `${D['name']}_${N}`]: BoundMethod };

/** The given methods of a trait by full name, `Trait_method`. */
export function bindTrait<const D extends ApiDecl, H extends TraitHandlers<D>>(trait: D, handlers: H & TraitHandlers<D>): BoundTrait<D, H> {
  const bound: Record<string, BoundMethod> = {};
  for (const name of Object.keys(handlers)) {
    bound[`${trait.name}_${name}`] = { decl: trait.methods[name]!, run: (handlers as Record<string, BoundMethod['run']>)[name]! };
  }
  return bound as BoundTrait<D, H>;
}

/** Methods that write their answer themselves. */
export type EncodingHandlers<D extends ApiDecl> = {
  readonly [N in keyof D['methods'] & string]?: D['methods'][N] extends ApiMethodDecl<infer A, infer _R> ? (ctx: ViewCtx, args: StructValue<A>) => Uint8Array : never;
};

/** As `bindTrait`, for methods that write their answer themselves. */
export function bindEncoding<const D extends ApiDecl, H extends EncodingHandlers<D>>(trait: D, handlers: H & EncodingHandlers<D>): BoundTrait<D, H> {
  const bound: Record<string, BoundMethod> = {};
  for (const name of Object.keys(handlers)) {
    bound[`${trait.name}_${name}`] = { decl: trait.methods[name]!, run: (handlers as Record<string, BoundMethod['run']>)[name]!, encoded: true };
  }
  return bound as BoundTrait<D, H>;
}
