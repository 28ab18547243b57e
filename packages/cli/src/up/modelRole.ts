/** The process that holds the models. */

import { createLlamaModel, createUseLite, startChatHost, startModelHost, type LlamaFiles } from '@taonet/subnets';
import type { Models } from './kinds.ts';
import type { Playing } from './roles.ts';

export interface ModelRole {
  readonly embed: boolean;
  readonly chat?: LlamaFiles;
}

export async function playModels({ embed, chat }: ModelRole): Promise<Playing<Models>> {
  const embedHost = embed ? await startModelHost(await createUseLite()) : undefined;
  const chatHost = chat === undefined ? undefined : await startChatHost(await createLlamaModel(chat));
  return {
    facts: { ...(embedHost && { embed: embedHost.address }), ...(chatHost && { chat: chatHost.address }) },
    async close() {
      await Promise.all([embedHost?.close(), chatHost?.close()]);
    },
  };
}
