/** The subnets of the living network, as a process that works on them sees them: models are elsewhere, files are here. */

import { join } from 'node:path';
import { OperatingError } from '@taonet/primitives';
import {
  createBoardSubnet, createChatSubnet, createEmbedSubnet, createRemoteChatModel, createRemoteEmbedder, createStoreSubnet, type ChatModelAddress, type ModelAddress, type SubnetKind,
} from '@taonet/subnets';
import type { SubnetName } from './cast.ts';

/** Where the models of this network are. */
export interface Models {
  readonly embed?: ModelAddress;
  readonly chat?: ChatModelAddress;
  /** The worker build of the chess engine. */
  readonly chessEngine?: string;
  /** The folder of WordNet's files; without it Embed has no open track. */
  readonly wordnet?: string;
}

/** `folder` keeps what miners store. */
export function createKind(name: SubnetName, models: Models, folder: string): SubnetKind {
  switch (name) {
    case 'embed': return createEmbedSubnet(() => Promise.resolve(createRemoteEmbedder(there(models.embed, name))), models.wordnet);
    case 'chat': return createChatSubnet(() => Promise.resolve(createRemoteChatModel(there(models.chat, name))));
    case 'board': return createBoardSubnet(there(models.chessEngine, name));
    case 'store': return createStoreSubnet(join(folder, 'shards'));
  }
}

function there<T>(model: T | undefined, name: SubnetName): T {
  if (model === undefined) throw new OperatingError('ModelMissing', `Subnet ${name} has no model here.`, { hint: 'See what can be installed: taonet models list' });
  return model;
}
