export type { PoolKind, Reserves, SwapDirection, SwapOrder, SwapOutcome, SwapRecorder, SwapRefusal, SwapRefused, SwapResult, SwapStages } from './swap.ts';
export { computeAlphaForTao, defaultLimitRao, limitPriceOfRao, PRICE_LIMIT_MAX_RAO, PRICE_LIMIT_MIN_RAO } from './priceLimit.ts';
export {
  baseWeightOf, computeQuoteWeightForInjection, computeQuoteWeightForPrice, isWeightInRange, QUOTE_WEIGHT_DEFAULT, weighed, WEIGHT_MIN, WEIGHT_ONE,
  type Injection,
} from './balancer/weights.ts';
export {
  computeAlphaNeededForTao, computeAmountInToPrice, computeAmountOut, computePrice, computeRemainingShare, type WeighedReserves,
} from './balancer/formulas.ts';
export { computeFeeOfAmount, computeFeeOnNet, FEE_RATE_DEFAULT_U16, FEE_RATE_MAX_U16 } from './balancer/fee.ts';
export {
  balancer, computeBalancerSwap, INPUT_RESERVE_MULTIPLE_MAX, quoteWeightForSwap, RESERVE_MIN_RAO, simBalancerSwap, type BalancerPool,
} from './balancer/swap.ts';
export { computeConstantProductOut, computeConstantProductPrice, computeConstantProductSwap, constantProduct, POOL_LIQUIDITY_MIN_RAO } from './constantProduct.ts';
export { stable } from './stable.ts';
export { computeMaxAmountAdd, computeMaxAmountMove, computeMaxAmountRemove, type LimitedPool } from './constantProductLimits.ts';
export { concentrated, computeConcentratedPrice, computeConcentratedSwap, concentratedDefaultLimitRao, quoteConcentratedSwap, simConcentratedSwap, SWAP_STEPS_MAX, type ConcentratedSwapped } from './concentrated/swap.ts';
export {
  LIQUIDITY_MIN, POSITIONS_MAX, TICK_DEFAULT, type ConcentratedChange, type ConcentratedPool, type Position, type Tick, type TickBook, type WordChange,
} from './concentrated/pool.ts';
export { closestHigherTick, closestLowerTick, insertTick, isTickActive, removeTick, type BitmapLayer, type BitmapReader, type BitmapWriter } from './concentrated/bitmap.ts';
export { isTickInRange, sqrtPriceToTick, sqrtPriceToTickBounded, TICK_MAX, TICK_MIN, tickToSqrtPrice, tickToSqrtPriceBounded } from './concentrated/tickIndex.ts';
export { sqrtRatioAtTick, tickAtSqrtRatio } from './concentrated/tickMath.ts';
export { computeStepOut, type ConcentratedStep } from './concentrated/step.ts';
export { computeInitialization } from './concentrated/initialize.ts';
export { computeTokenAmounts, type Range, type TokenAmounts } from './concentrated/liquidity.ts';
export {
  computeAddLiquidity, computeModifyPosition, computeRemoveLiquidity, type LiquidityModified, type LiquidityMoved, type LiquidityRefusal, type LiquidityRefused,
} from './concentrated/position.ts';
export { adjustProtocolPosition, type ProtocolAdjustment } from './concentrated/protocolPosition.ts';
export { splitAtPrice, type SplitAmounts } from './concentrated/proportional.ts';
export { applyChange, createConcentratedPool, type NewPool } from './concentrated/memory.ts';
