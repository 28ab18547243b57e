/** A node in a process of its own, for tests that kill it. Prints its port, then a line per block. Arguments: data folder. */

import { startNode } from '@taonet/node';

const node = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: 5, port: 0, data: process.argv[2]! });
process.stdout.write(`port ${node.ports[0]}\n`);
node.onBlock(({ number, hash }) => process.stdout.write(`block ${number} ${hash}\n`));
process.on('SIGTERM', () => void node.close());
