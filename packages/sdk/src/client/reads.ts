/** Everything that can be read: of the newest block, or of one that is pinned. */

import { readBalance, readBalances, type Balance } from '../actions/balance.ts';
import { readCommitment, readRevealedCommitments, type Commitment, type RevealedCommitment } from '../actions/commitment.ts';
import { readEpochs, type Epochs } from '../actions/epochs.ts';
import { readHyperparams, type Hyperparams } from '../actions/hyperparams.ts';
import { readMetagraph, type Metagraph } from '../actions/metagraph.ts';
import { readStake, readStakes, type StakePosition } from '../actions/stakes.ts';
import { readPrice, readSubnet, readSubnets, type Subnet } from '../actions/subnets.ts';
import { sdkError } from '../errors.ts';
import type { Runtime } from '../scale/runtime.ts';
import type { WalletLike } from '../signer.ts';
import { addressIn, type Role } from '../tx/transaction.ts';
import type { Constants, Queries, RuntimeApis } from '../typed/surfaces.ts';
import type { Alpha, Tao } from '../units.ts';
import { decodeEvents, type Events } from './events.ts';
import { resolveAccount, type Who } from './names.ts';
import { apisOf, constantsOf, queriesOf } from './surfaces.ts';
import type { BlockRef, View } from './view.ts';

export class Reads {
  /** How requests are made; for parts of this package. */
  readonly view: View;
  readonly wallet: WalletLike | undefined;
  /** Storage: `query.SubtensorModule.Tempo(1)`. */
  readonly query: Queries;
  /** Runtime APIs, arguments by name: `api.SwapRuntimeApi.current_alpha_price({ netuid: 1 })`. */
  readonly api: RuntimeApis;
  /** Constants, at once: `constants.Balances.ExistentialDeposit`. */
  readonly constants: Constants;

  constructor(view: View, wallet: WalletLike | undefined) {
    this.view = view;
    this.wallet = wallet;
    this.query = queriesOf(view);
    this.api = apisOf(view);
    this.constants = constantsOf(view);
  }

  /** The runtime by which values are read: names, types, versions. */
  get runtime(): Runtime {
    return this.view.runtime;
  }

  /** Any JSON-RPC method. refuses: RpcError, Timeout, Aborted, Disconnected */
  rpc<T = unknown>(method: string, ...params: readonly unknown[]): Promise<T> {
    return this.view.request<T>(method, params);
  }

  /** SS58 of an account in any way of writing it. refuses: BadInput */
  addressOf(who: Who): string {
    return resolveAccount(this.view.connection, who, 'account');
  }

  /** `who`, else the wallet's key. refuses: NoSigner */
  protected async whoOr(who: Who | undefined, role: Role): Promise<string> {
    return who === undefined ? addressIn(this.wallet, role) : this.addressOf(who);
  }

  /** When a subnet's epochs run. */
  epochs(netuid: number): Promise<Epochs> {
    return readEpochs(this, netuid);
  }

  /** TAO of an account; of the wallet's coldkey when none is named. */
  async balance(who?: Who): Promise<Balance> {
    return readBalance(this, await this.whoOr(who, 'coldkey'));
  }

  balances(list: readonly Who[]): Promise<Balance[]> {
    return readBalances(this, list);
  }

  subnets(): Promise<Subnet[]> {
    return readSubnets(this);
  }

  subnet(netuid: number): Promise<Subnet | undefined> {
    return readSubnet(this, netuid);
  }

  /** TAO for one alpha. */
  price(netuid: number): Promise<Tao> {
    return readPrice(this, netuid);
  }

  /** All neurons of a subnet, or of one of its mechanisms. refuses: NotOnThisChain */
  metagraph(netuid: number, mechanism = 0): Promise<Metagraph> {
    return readMetagraph(this, netuid, mechanism);
  }

  /** Every stake of a coldkey. */
  async stakes(coldkey?: Who): Promise<StakePosition[]> {
    return readStakes(this, await this.whoOr(coldkey, 'coldkey'));
  }

  /** What one coldkey has on one hotkey. */
  async stakeOf<const N extends number>({ hotkey, coldkey, netuid }: { readonly hotkey: Who; readonly coldkey?: Who; readonly netuid: N }): Promise<Alpha<N>> {
    return readStake(this, hotkey, await this.whoOr(coldkey, 'coldkey'), netuid);
  }

  /** What a hotkey says on a subnet; the wallet's when none is named. */
  async commitment(netuid: number, who?: Who): Promise<Commitment | undefined> {
    return readCommitment(this, netuid, await this.whoOr(who, 'hotkey'));
  }

  /** What the chain has opened of what a hotkey had sealed there, oldest first; it keeps ten. */
  async revealedCommitments(netuid: number, who?: Who): Promise<RevealedCommitment[]> {
    return readRevealedCommitments(this, netuid, await this.whoOr(who, 'hotkey'));
  }

  /** A subnet's settings by name. refuses: NotOnThisChain */
  hyperparams(netuid: number): Promise<Hyperparams> {
    return readHyperparams(this, netuid);
  }

  /** The block that is looked at; the newest when none is pinned. */
  async block(): Promise<BlockRef> {
    if (this.view.block !== undefined) return this.view.block;
    const { number, hash } = await headOf(this.view);
    return { number, hash };
  }

  /** Events of the block that is looked at. */
  async events(): Promise<Events> {
    const { connection, options } = this.view;
    const { hash } = await this.block();
    const runtime = await connection.runtimeOf(hash, options);
    return decodeEvents(runtime, await this.view.request<string | null>('state_getStorage', [runtime.storage('System', 'Events').key([]), hash]));
  }
}

/** Number and hash of the newest block. */
async function headOf(view: View): Promise<BlockRef> {
  const hash = await view.request<string>('chain_getBlockHash');
  return { hash, number: await numberOf(view, hash) };
}

async function numberOf(view: View, hash: string): Promise<number> {
  const header = await view.request<{ number: string } | null>('chain_getHeader', [hash]);
  if (header === null) throw sdkError('UnknownBlock', { hash });
  return Number(header.number);
}

/** A block by number or hash; the newest one. refuses: UnknownBlock */
export async function findBlock(view: View, block: number | string | undefined): Promise<BlockRef> {
  if (block === undefined) return headOf(view);
  if (typeof block === 'string') return { hash: block, number: await numberOf(view, block) };
  const hash = await view.request<string | null>('chain_getBlockHash', [block]);
  if (hash === null) throw sdkError('UnknownBlock', { number: block });
  return { number: block, hash };
}
