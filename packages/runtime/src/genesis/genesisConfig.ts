/** What a network starts with: who makes blocks, who holds TAO, who administers. */

import type { BeaconConfiguration, RuleSwitches } from '@taonet/abi';
import type { AccountId } from '@taonet/primitives';

export interface Authority {
  /** sr25519 key that block authorship rotates over. */
  readonly aura: AccountId;
  /** ed25519 key that upstream's finality gadget would use. */
  readonly grandpa: AccountId;
}

export interface Endowment {
  readonly account: AccountId;
  /** Development key, where the account has one: `//Alice`. */
  readonly uri?: string;
  readonly tao: bigint;
}

export interface GenesisConfig {
  readonly authorities: readonly Authority[];
  readonly endowments: readonly Endowment[];
  readonly sudo: AccountId;
  readonly evmChainId: bigint;
  /** In extended builds: the rules from block 0 on; absent: those of June 2026. */
  readonly rules?: RuleSwitches;
  /** In extended builds: whose rounds open what is sealed; absent: drand's quicknet. */
  readonly beacon?: BeaconConfiguration | undefined;
}

export const ALICE: AccountId = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d';
/** //Alice_hk, root's owner hotkey in fast builds. */
export const ALICE_HOTKEY: AccountId = '506c5a28f51e841b4df26ace64a23d69057fefda24bc9a53cb74197f901e7128';

const ONE: Authority = {
  aura: 'ac859f8a216eeb1b320b4c76d118da3d7407fa523484d0a980126d3b4d0d220a',
  grandpa: '16f97016bbea8f7b45ae6757b49efc1080accc175d8f018f9ba719b60b0815e4',
};
const TWO: Authority = {
  aura: '1254f7017f0b8347ce7ab14f96d818802e7e9e0c0d1b7c9acb3c726b080e7a03',
  grandpa: '5079bcd20fd97d7d2f752c4607012600b401950260a91821f73e692071c82bf5',
};
const THREE: Authority = {
  aura: '9026941b7aa2328a8c5ea4e25bb747a2bf92a066fae0cc3722faf58cf44d3502',
  grandpa: 'ecccf9cddf1b329b7c6554e78b0a34ba760de390e351b0ee450a42955fb18470',
};

/** Accounts with TAO on every local network. source: node/src/chain_spec/localnet.rs @ 14bc6f9 */
export const LOCALNET_ENDOWMENTS: readonly Endowment[] = [
  { uri: '//Alice', account: ALICE, tao: 1_000_000n },
  { uri: '//Bob', account: '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48', tao: 1_000_000n },
  { uri: '//Charlie', account: '90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22', tao: 1_000_000n },
  { uri: '//Dave', account: '306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20', tao: 2_000n },
  { uri: '//Eve', account: 'e659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e', tao: 2_000n },
  { uri: '//Ferdie', account: '1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c', tao: 2_000n },
  { uri: '//One', account: ONE.aura, tao: 2_000n },
  { uri: '//Two', account: TWO.aura, tao: 2_000n },
  { uri: '//Three', account: THREE.aura, tao: 2_000n },
  // The accounts behind two Ethereum development addresses, Alith and Baltathar.
  { account: 'a02a00e549cb104f710d3fe6f2f83e91524d2a40c4ed831658a120883077f9a9', tao: 2_000n },
  { account: 'caf8959d3c25429e5797758aa16e326839c744a374c3157fdad86e65458f6c59', tao: 2_000n },
];

const EVM_CHAIN_ID = 42n;

/** Upstream's `--chain local`: three authorities. */
export const LOCAL_CONFIG: GenesisConfig = { authorities: [ONE, TWO, THREE], endowments: LOCALNET_ENDOWMENTS, sudo: ALICE, evmChainId: EVM_CHAIN_ID };

/** Upstream's `--chain dev`: one authority. */
export const UPSTREAM_DEV_CONFIG: GenesisConfig = { ...LOCAL_CONFIG, authorities: [ONE] };
