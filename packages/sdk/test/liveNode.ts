/** A node of the development network for tests, and clients of it. */

import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';

export const startDevNode = (options: Partial<NodeOptions> = {}): Promise<RunningNode> =>
  startNode({ preset: 'dev', build: { fast: true, powFaucet: false }, blockTime: 'instant', port: 0, seed: 1, ...options });
