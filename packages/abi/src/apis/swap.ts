/** Runtime API SwapRuntimeApi. */

import { apiMethod, type ApiDecl, u16, u64, vec } from '@taonet/codec';
import { simSwapResult, subnetPrice } from '../types/swap.ts';

export const swapApi = {
  name: 'SwapRuntimeApi',
  id: 'a8b093e6508d9e9c',
  version: 1,
  methods: {
    current_alpha_price: apiMethod({ netuid: u16 }, u64),
    current_alpha_price_all: apiMethod({}, vec(subnetPrice)),
    sim_swap_tao_for_alpha: apiMethod({ netuid: u16, tao: u64 }, simSwapResult),
    sim_swap_alpha_for_tao: apiMethod({ netuid: u16, alpha: u64 }, simSwapResult),
  },
} as const satisfies ApiDecl;
