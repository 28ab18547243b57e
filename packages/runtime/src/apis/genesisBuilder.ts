/** GenesisBuilder: the two configurations a chain can start from without a file. The texts are the answer, byte for byte. */

import { genesisBuilderApi } from '@taonet/abi';
import { utf8ToBytes } from '@taonet/primitives';
import { bindTrait } from './handlers.ts';

const BENCHMARK = 'benchmark';
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const ALICE_GRANDPA = '5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu';
const MILLION_TAO = 1_000_000_000_000_000;

/** Every pallet's default configuration. */
const EMPTY_CONFIG = {
  system: {},
  aura: { authorities: [] },
  grandpa: { authorities: [] },
  balances: { balances: [], devAccounts: null },
  transactionPayment: { multiplier: '1000000000000000000' },
  subtensorModule: { stakes: [], balancesIssuance: 0, startCallDelay: null },
  sudo: { key: null },
  safeMode: { enteredUntil: null },
  ethereum: {},
  evm: { accounts: {}, whitelisted: [] },
  evmChainId: { chainId: 0 },
  baseFee: { baseFeePerGas: '0x4a817c800', elasticity: 125_000 },
  limitOrders: {},
};

const BENCHMARK_CONFIG = {
  aura: { authorities: [ALICE] },
  balances: { balances: [[ALICE, MILLION_TAO], [BOB, MILLION_TAO]] },
  grandpa: { authorities: [[ALICE_GRANDPA, 1]] },
  sudo: { key: ALICE },
  subtensorModule: { balancesIssuance: 0, stakes: [] },
};

/** The preset's text is indented as it stands in upstream's source: two spaces a level, four in front of all but the first line. */
const BENCHMARK_TEXT = JSON.stringify(BENCHMARK_CONFIG, null, 2).split('\n').join('\n    ');

/** Undefined for a preset that does not exist. source: runtime/src/lib.rs, get_preset, generate_genesis_json @ 14bc6f9 */
function preset(id: string | undefined): Uint8Array | undefined {
  if (id === undefined) return utf8ToBytes(JSON.stringify(EMPTY_CONFIG));
  return id === BENCHMARK ? utf8ToBytes(BENCHMARK_TEXT) : undefined;
}

export const genesisBuilderMethods = bindTrait(genesisBuilderApi, {
  get_preset: (_ctx, { id }) => preset(id),
  preset_names: () => [BENCHMARK],
});
