/** The client: reads, and writes as values that are planned and sent. */

import { moveStakeCall, stakeCall, unstakeCall, type MoveStakeOrder, type StakeOrder, type UnstakeOrder } from '../actions/trades.ts';
import { commitmentCall, type CommitmentOrder } from '../actions/commitment.ts';
import { registerCall, serveAxonCall, type RegisterOrder, type ServeAxonOrder } from '../actions/registration.ts';
import { setHyperparamCall, type LooseHyperparamOrder } from '../actions/setHyperparam.ts';
import { transferCall, type TransferOrder } from '../actions/transfer.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { WalletLike } from '../signer.ts';
import { ensureNotAborted } from '../transport/deadline.ts';
import type { RequestOptions } from '../transport/transport.ts';
import { addressIn, Transaction, Write, type Prepared, type Role, type SendOptions, type Writer } from '../tx/transaction.ts';
import type { Receipt } from '../tx/receipt.ts';
import type { HyperparamName, HyperparamOrder } from '../typed/hyperparams.ts';
import type { CallLike } from '../typed/inputs.ts';
import type { Calls } from '../typed/surfaces.ts';
import type { WeightsCommit } from '../weights/commit.ts';
import { revealWeights, WeightsWrite, type WeightsContext, type WeightsOptions, type WeightsOrder, type WeightsResult } from '../weights/weightsWrite.ts';
import { followBlocks, type BlockHead } from './blocks.ts';
import { DevControls } from './dev.ts';
import type { Who } from './names.ts';
import { findBlock, Reads } from './reads.ts';
import { byName } from './surfaces.ts';
import { View } from './view.ts';

/** Reads of one block: everything that `Reads` has, at `block`. */
export class Snapshot extends Reads {}

export class Client extends Reads {
  /** Calls of all pallets: `tx.Balances.transfer_all({ dest, keep_alive: true })`. */
  readonly tx: Calls;
  readonly #writer: Writer;

  constructor(view: View, wallet: WalletLike | undefined) {
    super(view, wallet);
    this.#writer = {
      view, wallet,
      viewWith: ({ signal, timeout }) => (signal === undefined && timeout === undefined ? view : new View(view.connection, { signal: signal ?? view.options.signal, timeout: timeout ?? view.options.timeout })),
    };
    this.tx = byName<Calls>((pallet, name) => (args?: unknown) => {
      this.runtime.argumentsOf(pallet, name);
      return new Transaction(this.#writer, { type: pallet, value: { type: name, value: args ?? {} } });
    });
  }

  /** The same client with other limits for its requests: `with({ signal })`, `with({ timeout: 5_000 })`. */
  with(options: RequestOptions): Client {
    return new Client(new View(this.view.connection, { ...this.view.options, ...options }), this.wallet);
  }

  /** The same client with another wallet. */
  as(wallet: WalletLike): Client {
    return new Client(this.view, wallet);
  }

  /** Reads of one block, by number or hash; of the newest one, which then stays the same. refuses: UnknownBlock */
  async at(block?: number | string): Promise<Snapshot> {
    const found = await findBlock(this.view, block);
    const runtime = await this.view.connection.runtimeOf(found.hash, this.view.options);
    return new Snapshot(new View(this.view.connection, this.view.options, { block: found, runtime }), this.wallet);
  }

  /** Headers as they come, the newest first; `finalized`: of final blocks. */
  blocks({ finalized = false, signal }: { readonly finalized?: boolean; readonly signal?: AbortSignal } = {}): AsyncGenerator<BlockHead, void> {
    return followBlocks(this.view.connection, finalized, signal === undefined ? this.view.options : { ...this.view.options, signal });
  }

  /** Resolves when the chain has this block. */
  async waitForBlock(number: number, { signal }: { readonly signal?: AbortSignal } = {}): Promise<number> {
    ensureNotAborted(signal);
    for await (const head of this.blocks(signal === undefined ? {} : { signal })) if (head.number >= number) return head.number;
    return number;
  }

  transfer(order: TransferOrder): Transaction {
    return new Transaction(this.#writer, transferCall(this, order), 'coldkey');
  }

  /** Stakes TAO on a hotkey: buys its subnet's alpha, at most half a percent above the present price. */
  stake(order: StakeOrder): Write {
    return this.#later((reads) => stakeCall(reads, order));
  }

  /** Sells alpha back, at most half a percent below the present price. */
  unstake<const N extends number>(order: UnstakeOrder<N>): Write {
    return this.#later(async (reads) => unstakeCall(reads, order, await addressIn(this.wallet, 'coldkey')));
  }

  /** Moves stake to another subnet, hotkey or coldkey. */
  moveStake<const N extends number>(order: MoveStakeOrder<N>): Write {
    return this.#later((reads) => moveStakeCall(reads, order));
  }

  /** Registers a hotkey on a subnet by burning; on root (0) by stake. */
  register(order: RegisterOrder): Write {
    return this.#later(async (reads) => ({ call: await registerCall(reads, order, await this.whoOr(order.hotkey, 'hotkey')) }));
  }

  /** Creates a subnet; the signer owns it. */
  registerSubnet({ hotkey }: { readonly hotkey?: Who } = {}): Write {
    return this.#later(async () => ({ call: { type: 'SubtensorModule', value: { type: 'register_network', value: { hotkey: await this.whoOr(hotkey, 'hotkey') } } } }));
  }

  /** Starts emission on a subnet that the signer owns. */
  startSubnet(netuid: number): Transaction {
    return this.tx.SubtensorModule.start_call({ netuid });
  }

  /** Sets a hyperparameter: `setHyperparam({ netuid: 1, name: 'tempo', value: 20 })`. Those of the whole chain have no `netuid`. */
  setHyperparam<const N extends HyperparamName>(order: HyperparamOrder<N>): Write {
    return this.#later(async (reads) => ({ call: await setHyperparamCall(reads, order as unknown as LooseHyperparamOrder, await addressIn(this.wallet, 'coldkey')) }));
  }

  /** Says where the hotkey's miner listens. */
  serveAxon(order: ServeAxonOrder): Transaction {
    return new Transaction(this.#writer, serveAxonCall(order), 'hotkey');
  }

  /** Says something on a subnet, in place of what the hotkey said before: `setCommitment({ netuid: 1, data: 'later', revealAt: 1_000 })`. */
  setCommitment(order: CommitmentOrder): Write {
    return this.#later(async (reads) => ({ call: await commitmentCall(reads, order) }), 'hotkey');
  }

  /** Weights of a validator, to be planned and sent. */
  weights(order: WeightsOrder): WeightsWrite {
    return new WeightsWrite(this.#weightsContext, order);
  }

  /** Sets weights the way the subnet wants them; `counted()` of the result stays until an epoch has counted them. refuses: BadInput, NoWeights, WeightsRefused, and what the chain refuses */
  setWeights(order: WeightsOrder, options?: WeightsOptions): Promise<WeightsResult> {
    return this.weights(order).send(options);
  }

  /** Reveals what was committed by hash, when its time has come: after a restart, from what was kept. */
  revealWeights(commit: WeightsCommit, options: SendOptions = {}): Promise<Receipt> {
    return revealWeights(this.#weightsContext, commit, options);
  }

  /** Several calls in one transaction: all or none, unless `mode` is `each`. */
  batch(calls: readonly CallLike[], { mode = 'all' }: { readonly mode?: 'all' | 'each' } = {}): Transaction {
    const list = calls.map((one) => ('call' in one ? one.call : one));
    return this.call({ type: 'Utility', value: { type: mode === 'all' ? 'batch_all' : 'force_batch', value: { calls: list } } });
  }

  /** Any call by name, when its name is known only while running. */
  call(call: CallValue): Transaction {
    return new Transaction(this.#writer, call);
  }

  /** Ends the connection; also that of all views of it. */
  close(): Promise<void> {
    return this.view.connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  get #weightsContext(): WeightsContext {
    const limits = ({ signal }: SendOptions): { readonly signal?: AbortSignal } => (signal === undefined ? {} : { signal });
    return {
      writer: this.#writer,
      waitForBlock: (number, options) => this.waitForBlock(number, limits(options)),
      blocks: (options) => ({ heads: this.blocks(limits(options)), at: (number) => this.with(limits(options)).at(number) }),
    };
  }

  /** A call that is made when it is needed, on what the chain says then. */
  #later(make: (reads: Reads) => Promise<Prepared>, role: Role = 'coldkey'): Write {
    return new Write(this.#writer, (view) => make(new Reads(view, this.wallet)), role);
  }
}

/** A client of a local node, with its developer controls. */
export class DevClient extends Client {
  readonly dev: DevControls = new DevControls(this);

  override with(options: RequestOptions): DevClient {
    return new DevClient(new View(this.view.connection, { ...this.view.options, ...options }), this.wallet);
  }

  override as(wallet: WalletLike): DevClient {
    return new DevClient(this.view, wallet);
  }
}

