/** Who takes part in the living network: keys, parts and behaviours, all derived from names, so that the second start finds the same people. */

import { BEHAVIOURS, type Behaviour } from '@taonet/subnets';

export const SUBNET_NAMES = ['embed', 'store', 'board', 'chat'] as const;
export type SubnetName = typeof SUBNET_NAMES[number];

export interface MinerPart {
  readonly subnet: SubnetName;
  /** `embed-miner-1`: of its folder and in tables. */
  readonly name: string;
  readonly coldkey: string;
  readonly hotkey: string;
  readonly behaviour: Behaviour;
  /** Comes when the others have been paid, and takes the place of the worst. */
  readonly isNewcomer: boolean;
}

export interface ValidatorPart {
  readonly name: string;
  readonly coldkey: string;
  readonly hotkey: string;
  /** Staked on root: counts on every subnet. */
  readonly rootStakeTao: number;
  readonly isLiar: boolean;
}

export interface SubnetPart {
  readonly name: SubnetName;
  readonly owner: string;
  readonly ownerHotkey: string;
  readonly miners: readonly MinerPart[];
}

export interface Cast {
  readonly validators: readonly ValidatorPart[];
  readonly subnets: readonly SubnetPart[];
}

export interface CastOptions {
  readonly subnets: readonly SubnetName[];
  /** On each subnet; one more joins later. */
  readonly miners: number;
  readonly validators: number;
}

/** A subnet's owner validates too; a liar needs one more honest one beside it, or two would stand against each other. */
const VALIDATORS_FOR_A_LIAR = 2;
/** Of each honest validator: enough for dividends that no miner's pay comes near, so that none loses its place to a newcomer. */
const HONEST_STAKE_TAO = 300_000;
/** Of all honest validators together; the rest of what one funded key has pays for everything else. */
const HONEST_STAKE_SUM_TAO = 600_000;
/** Far less than the half of all stake that consensus takes. */
const LIAR_STAKE_TAO = 20_000;

export function createCast({ subnets, miners, validators }: CastOptions): Cast {
  const hasLiar = validators >= VALIDATORS_FOR_A_LIAR;
  const honestStake = Math.min(HONEST_STAKE_TAO, Math.floor(HONEST_STAKE_SUM_TAO / Math.max(1, validators - (hasLiar ? 1 : 0))));
  return {
    validators: Array.from({ length: validators }, (_, i): ValidatorPart => {
      const isLiar = hasLiar && i === validators - 1;
      return {
        name: isLiar ? 'liar' : `validator-${i + 1}`,
        coldkey: `//validator//${i + 1}`,
        hotkey: `//validator//${i + 1}//hotkey`,
        rootStakeTao: isLiar ? LIAR_STAKE_TAO : honestStake,
        isLiar,
      };
    }),
    subnets: subnets.map((name): SubnetPart => ({
      name,
      owner: `//${name}//owner`,
      ownerHotkey: `//${name}//owner//hotkey`,
      // Somebody works honestly before somebody cheats: the first are honest and small, then the cheats, then again.
      miners: Array.from({ length: miners === 0 ? 0 : miners + 1 }, (_, i): MinerPart => ({
        subnet: name,
        name: `${name}-miner-${i + 1}`,
        coldkey: `//${name}//miner//${i + 1}`,
        hotkey: `//${name}//miner//${i + 1}//hotkey`,
        behaviour: i === miners ? 'honest' : BEHAVIOURS[i % BEHAVIOURS.length]!,
        isNewcomer: i === miners,
      })),
    })),
  };
}
