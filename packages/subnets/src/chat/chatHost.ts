/** One process holds the chat model for all the miners and validators of a machine. */

import { startHost, type Host, type HostAddress } from '../loopback/host.ts';
import { createHostClient } from '../loopback/hostClient.ts';
import type { ChatAnswer, ChatPiece, ChatRequest } from './chatWire.ts';
import type { ChatModel, Verification } from './chatModel.ts';
import { linesOf } from './pieces.ts';

export interface ChatModelAddress extends HostAddress {
  readonly model: string;
}

export interface ChatHost extends Host {
  readonly address: ChatModelAddress;
}

export async function startChatHost(model: ChatModel): Promise<ChatHost> {
  const host = await startHost({
    generate: (request, signal) => linesOf((onPiece) => model.generate(request as ChatRequest, onPiece, signal)),
    async *verify(body) {
      const { request, answer } = body as { request: ChatRequest; answer: ChatAnswer };
      yield await model.verify(request, answer);
    },
  });
  return {
    address: { ...host.address, model: model.model },
    async close() {
      await host.close();
      await model.close();
    },
  };
}

/** The model of another process. */
export function createRemoteChatModel(address: ChatModelAddress): ChatModel {
  const client = createHostClient(address);
  return {
    model: address.model,
    async generate(request, onPiece, signal) {
      for await (const line of client.stream('generate', request, signal)) {
        const { piece, answer } = line as { piece?: ChatPiece; answer?: ChatAnswer };
        if (piece !== undefined) onPiece?.(piece);
        if (answer !== undefined) return answer;
      }
      throw new Error('The model host broke off.');
    },
    verify: (request, answer) => client.ask('verify', { request, answer }) as Promise<Verification>,
    close: () => Promise.resolve(client.close()),
  };
}
