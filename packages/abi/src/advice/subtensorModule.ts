/** Advice on refusals of SubtensorModule: every one, in two halves by index. */

import type { errors } from '../subtensorModule/errors.ts';
import type { PalletAdvice } from './advice.ts';
import { subtensorFirst } from './subtensorFirst.ts';
import { subtensorSecond } from './subtensorSecond.ts';

export const subtensorModuleAdvice: PalletAdvice<typeof errors> = { ...subtensorFirst, ...subtensorSecond };
