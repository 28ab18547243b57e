import { subtensorModule } from '@taonet/abi';
import { describeRefusals } from './provoke.ts';
import { rows } from './subtensorModule/rows.ts';
import { unreachable } from './subtensorModule/unreachable.ts';

/** Those of May 2025 are raised under other rules than these: may2025.test.ts. */
const ofToday = Object.fromEntries(Object.entries(subtensorModule.errors).filter(([name]) => !subtensorModule.extended.errors.includes(name)));

describeRefusals('SubtensorModule', ofToday, rows, unreachable);
