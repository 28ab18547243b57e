/** `npm run pack`: the packages that can be installed. */

import { statSync } from 'node:fs';
import { packProgram, tarProgram } from './packProgram.ts';
import { packSdk, tarSdk } from './packSdk.ts';

const kilobytes = (path: string): string => `${(statSync(path).size / 1024).toFixed(0)} KB`;

packProgram();
await packSdk();
for (const file of [tarProgram(), tarSdk()]) console.log(`${file} (${kilobytes(file)})`);
