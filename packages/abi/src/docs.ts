/** Entry `@taonet/abi/docs`: sentences for metadata and explorers, apart from the declarations so that clients can do without. */

import type { MetadataDocs } from '@taonet/codec';
import type { Advice } from './advice/advice.ts';
import { swapAdvice } from './advice/swap.ts';
import { adminUtilsDocs } from './docs/adminUtils.ts';
import { frameDocs } from './docs/frame.ts';
import { otherErrorDocs } from './docs/otherErrors.ts';
import { poolDocs } from './docs/pools.ts';
import { subtensorCalls } from './docs/subtensorCalls.ts';
import { subtensorConstants } from './docs/subtensorConstants.ts';
import { subtensorErrors } from './docs/subtensorErrors.ts';
import { subtensorEvents } from './docs/subtensorEvents.ts';
import { subtensorStorage } from './docs/subtensorStorage.ts';

/** By pallet, then calls, events, errors, storage or constants, then name. */
export const docs: MetadataDocs = {
  ...otherErrorDocs,
  ...frameDocs,
  ...poolDocs,
  AdminUtils: adminUtilsDocs,
  SubtensorModule: {
    calls: subtensorCalls,
    events: subtensorEvents,
    errors: subtensorErrors,
    storage: subtensorStorage,
    constants: subtensorConstants,
  },
};

export type { Advice, PalletAdvice } from './advice/advice.ts';

/** By pallet, then error: what was checked and what to do about it. */
export const advice: Readonly<Record<string, Readonly<Record<string, Advice>> | undefined>> = {
  Swap: swapAdvice,
};
