/** A node in a process of its own, for tests that kill it. Talks as `taonet node --verbose`. Arguments: data folder, time between blocks or `manual`. */

import { startNode } from '@taonet/node';

const [, , data, pace] = process.argv;
const node = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: pace === 'manual' ? pace : Number(pace), port: 0, data });
node.onDefect((where, thrown) => process.stderr.write(`A mistake of this program in ${where}: ${String(thrown)}\n`));
process.stdout.write(`${node.endpoints[0]}\n`);
node.onBlock(({ number, hash }) => process.stdout.write(`#${number} ${hash}\n`));
process.on('SIGTERM', () => void node.close());
