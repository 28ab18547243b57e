/** `npm run pack`: the packages that can be installed. */

import { statSync } from 'node:fs';
import { packSdk, tarSdk } from './packSdk.ts';

const kilobytes = (path: string): string => `${(statSync(path).size / 1024).toFixed(0)} KB`;

await packSdk();
const sdk = tarSdk();
console.log(`${sdk} (${kilobytes(sdk)})`);
