/** The Chat subnet: verified answers of a language model, as `/v1/chat/completions` serves them. Optional: its weights are installed apart. */

import type { SubnetKind } from '../subnetKind.ts';
import { createChatExaminer } from './chatExaminer.ts';
import type { ChatModel } from './chatModel.ts';
import { createChatWorker } from './chatWorkers.ts';
import { CHAT, CHAT_STREAM } from './chatWire.ts';

const DEADLINE_MS = 8_000;
const SLOW_MS = 4_500;

/** `slowMs` is how much longer the small miner's machine takes. */
export function createChatSubnet(openModel: () => Promise<ChatModel>, slowMs = SLOW_MS): SubnetKind {
  return {
    name: 'chat',
    title: 'Chat',
    purpose: 'Answers of an open language model, checked token by token, for applications.',
    synapse: CHAT,
    streaming: CHAT_STREAM,
    deadlineMs: DEADLINE_MS,
    minimumHardware: 'one processor core, 400 MB of memory',
    createExaminer: async () => createChatExaminer(await openModel(), DEADLINE_MS),
    createWorker: async (behaviour) => createChatWorker(await openModel(), behaviour, slowMs),
  };
}
