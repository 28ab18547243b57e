/** The kind of pool in force. */

import type { RuleSwitches } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import { activeRules } from '../../../rules/activeRules.ts';
import { concentrated } from './concentrated.ts';
import { constantProduct } from './constantProduct.ts';
import type { PoolRule } from './poolRule.ts';
import { weighted } from './weighted.ts';

export const POOL_RULES: Readonly<Record<RuleSwitches['pool'], PoolRule>> = { Weighted: weighted, ConstantProduct: constantProduct, Concentrated: concentrated };

export const poolRuleOf = (ctx: StateCtx): PoolRule => POOL_RULES[activeRules(ctx).pool];
