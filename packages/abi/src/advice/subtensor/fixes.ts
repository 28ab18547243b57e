/** What to do about refusals, in words that many of them share. */

export const nowhere = 'No call of this chain ends like this.';
export const wait = 'Wait until the block in `required`; on a local chain: taonet advance';
export const fund = 'Fund the coldkey; on a local chain: taonet fund';
export const inBounds = 'Give the value in `required` or one on its inner side.';
