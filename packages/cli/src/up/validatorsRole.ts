/** The process of the validators, with the gateway that serves what their subnets' miners make. */

import { join } from 'node:path';
import { connect, devKey } from '@taonet/sdk';
import { createDendrite, type AnswerStream, type Fields, type Roster, type Synapse, type Validator } from '@taonet/sdk/neuron';
import { walletReady } from '@taonet/sdk/wallet';
import { RoundFolder, serveGateway, startValidator, USE_LITE, type MinerRoute, type MinerSource } from '@taonet/subnets';
import type { SubnetName } from './cast.ts';
import { createKind, type Models } from './kinds.ts';
import { createNeuronChain } from './neuronChain.ts';
import type { Playing } from './roles.ts';
import { createTeller } from './validatorWords.ts';

export interface ValidatorsRole {
  readonly url: string;
  readonly models: Models;
  readonly folder: string;
  readonly roundBlocks: number;
  readonly gatewayPort: number;
  readonly validators: readonly {
    readonly name: string;
    readonly hotkey: string;
    readonly subnet: SubnetName;
    readonly netuid: number;
    /** Hotkey of the miner that a liar favours. */
    readonly favours?: string;
  }[];
}

export interface ValidatorsFacts {
  readonly gateway: string;
}

export async function playValidators({ url, models, folder, roundBlocks, gatewayPort, validators }: ValidatorsRole, note: (text: string) => void): Promise<Playing<ValidatorsFacts>> {
  await walletReady();
  const client = await connect(url);
  const started = await Promise.all(validators.map(async ({ name, hotkey, subnet, netuid, favours }) => {
    const key = await devKey(hotkey);
    const kind = createKind(subnet, models, folder);
    const own = join(folder, 'validators', `${subnet}-${name}`);
    const chain = createNeuronChain(client, key, own);
    const validator = await startValidator({
      client: chain, secrets: chain, key, netuid, kind, roundBlocks, folder: own,
      ...(favours === undefined ? {} : { favours: (await devKey(favours)).address }),
      onEvent: createTeller(`${subnet} ${name}`, note),
    });
    return { validator, key, kind, netuid, subnet, isLiar: favours !== undefined, rounds: new RoundFolder(join(own, 'rounds')) };
  }));
  // Miners answer those with a permit: the gateway asks in the name of an honest validator of each subnet.
  const speakers = new Map(started.filter(({ isLiar }) => !isLiar).reverse().map((one) => [one.subnet, { ...one, dendrite: createDendrite({ key: one.key }) }]));
  const miners: MinerSource = {
    best(name) {
      const speaker = speakers.get(name as SubnetName);
      if (speaker === undefined) return [];
      const { kind, netuid, key, validator, dendrite } = speaker;
      const unsigned = `unsigned, asked by ${key.address}`;
      return bestOf(validator).map(({ uid, hotkey, ...target }): MinerRoute => ({
        netuid, uid, hotkey,
        async ask(request, { signal, timeoutMs = kind.deadlineMs }) {
          const answer = await dendrite.ask({ ...target, hotkey }, kind.synapse, request as never, { timeoutMs, ...(signal && { signal }) });
          if (!answer.ok) throw new Error(answer.message);
          return { body: answer.body, receipt: answer.receipt?.signature ?? unsigned };
        },
        ...(kind.streaming === undefined ? {} : { stream: (request, { signal }) => streamOf(dendrite.stream({ ...target, hotkey }, kind.streaming!, request as never, { timeoutMs: STREAM_MS, ...(signal && { signal }) }), unsigned) }),
      }));
    },
  };
  const gateway = await serveGateway({
    miners, objectsFolder: join(folder, 'objects'),
    onOrganic: ({ subnet, ...sample }) => speakers.get(subnet as SubnetName)?.validator.observe(sample),
    transcripts: {
      list: (netuid) => Promise.all(started.filter((one) => one.netuid === netuid).map(async ({ key, rounds }) => ({ validator: key.address, rounds: await rounds.rounds() }))),
      read: async (netuid, validator, round) => started.find((one) => one.netuid === netuid && one.key.address === validator)?.rounds.read(round),
    },
    models: { [USE_LITE]: 'embed', ...(models.chat === undefined ? {} : { [models.chat.model]: 'chat' }) },
  }, { port: gatewayPort, host: '127.0.0.1' });
  return {
    facts: { gateway: gateway.url },
    async close() {
      await gateway.close();
      for (const { dendrite } of speakers.values()) dendrite.close();
      await Promise.all(started.map(({ validator }) => validator.close()));
      await client.close();
    },
  };
}

/** A stream may take longer than an answer as a whole. */
const STREAM_MS = 60_000;

/** The miner's signature comes at the end, and goes with the answer. */
async function* streamOf(lines: AnswerStream<Synapse<Fields, Fields, Fields>>, unsigned: string): AsyncGenerator<object> {
  let answer: unknown;
  for (;;) {
    const next = await lines.next();
    if (next.done === true) {
      yield { answer: { body: answer, receipt: next.value.receipt?.signature ?? unsigned } };
      return;
    }
    const line = next.value as { readonly piece: unknown; readonly answer: unknown };
    if (line.piece !== null) yield { piece: line.piece };
    answer = line.answer ?? answer;
  }
}

/** Miners that can be asked, those first whose work this validator marks best. */
function bestOf({ roster, scores }: Pick<Validator, 'scores'> & { readonly roster: Roster }): readonly ReturnType<Roster['serving']>[number][] {
  const scoreOf = new Map(scores.entries().map(({ uid, score }) => [uid, score]));
  return roster.serving().filter(({ uid, validatorPermit }) => !validatorPermit && (scoreOf.get(uid) ?? 0) > 0)
    .sort((a, b) => scoreOf.get(b.uid)! - scoreOf.get(a.uid)!);
}
