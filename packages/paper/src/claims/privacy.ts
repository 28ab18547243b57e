/** What others can read: requests on their way, weights, transactions. */

import { createServer } from 'node:http';
import { accountId, encode, tuple, u16, u64, vec } from '@taonet/codec';
import { bytesToHex } from '@taonet/primitives';
import { bears, figures, type PaperRow, type Shown } from '../row.ts';
import { FIRST, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const PROMPT = 'a private question';
const COMMITTED = tuple(accountId, u16, vec(u16), vec(u16), vec(u16), u64);

interface Overheard {
  readonly bytes: number;
  readonly readable: boolean;
  readonly signed: boolean;
}

/** What somebody on the way sees of one request, in one dialect. */
async function overhear(dialect: 'sdk10' | 'sealed'): Promise<Overheard> {
  const { createDendrite, createSealingKeys, synapse, text } = await import('@taonet/sdk/neuron');
  const { keyFromUri, walletReady } = await import('@taonet/sdk/wallet');
  await walletReady();
  const seen: { body: string; headers: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      seen.push({ body: Buffer.concat(pieces).toString('latin1'), headers: JSON.stringify(request.headers) });
      response.statusCode = 503;
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { readonly port: number };
  const dendrite = createDendrite({ key: keyFromUri('//Alice'), dialect });
  const question = synapse('Question', { request: { prompt: text }, response: { answer: text } });
  await dendrite.ask({ ip: '127.0.0.1', port, hotkey: keyFromUri('//Bob').address, sealingKey: createSealingKeys().publicKey }, question, { prompt: PROMPT });
  dendrite.close();
  await new Promise((closed) => server.close(closed));
  const [{ body, headers }] = seen as [{ body: string; headers: string }];
  return { bytes: body.length, readable: body.includes(PROMPT), signed: /signature/i.test(headers) };
}

/** Weights committed and opened: what the chain knows before and after. */
function commitReveal(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const miner = seat(world, 'the miner');
  const [validator] = validatorsOf(world);
  S.CommitRevealWeightsEnabled.set(world, FIRST, true);
  world.run(1);
  const open = world.refusal(validator!.hotkey, 'SubtensorModule.set_weights', { netuid: FIRST, dests: [miner.uid], weights: [WHOLE_U16], version_key: 0n });
  const secret = { uids: [miner.uid], values: [WHOLE_U16], salt: [1, 2, 3, 4] };
  const hash = bytesToHex(world.crypto.blake2b256(encode(COMMITTED, [validator!.hotkey, FIRST, secret.uids, secret.values, secret.salt, 0n])));
  world.call(validator!.hotkey, 'SubtensorModule.commit_weights', { netuid: FIRST, commit_hash: hash });
  const before = S.Weights.get(world, FIRST, validator!.uid).length;
  const early = world.refusal(validator!.hotkey, 'SubtensorModule.reveal_weights', { netuid: FIRST, ...secret, version_key: 0n });
  runEpoch(world);
  world.run(1);
  world.call(validator!.hotkey, 'SubtensorModule.reveal_weights', { netuid: FIRST, ...secret, version_key: 0n });
  const after = S.Weights.get(world, FIRST, validator!.uid).length;
  bears(open !== undefined && before === 0 && early !== undefined && after === 1, `${open}, ${before}, ${early}, ${after}`);
  return {
    'weights set in the open, with commit-reveal on': open!,
    'what the chain has of committed weights': `${hash.length / 2} bytes of hash, ${before} weights; opened too early: ${early}`,
    'after the next epoch': `opened: ${after} weight, for all to read`,
  };
}

/** C27 */
export const PRIVACY: PaperRow = {
  id: 'C27', kind: 'claim', title: 'Data and computation are private',
  says: 'Users\' data and what is computed on it stay private.',
  then: { verdict: 'does not hold', words: 'Signed is not private: in the official protocol between validators and miners a request travels in the clear, and the miner sees it in any case. What the chain could hide was weights, for some time, by commit and reveal.' },
  now: { verdict: 'does not hold', words: 'Requests in the official dialect are as readable as then. Hidden until they take effect are weights and, by the shield, transactions. Requests between neurons here can be sealed to the miner; the miner itself reads them.' },
  command: 'taonet sudo set 1 commit_reveal_weights_enabled true --wallet-name //Alice && taonet weights commit 1 2=1 --wallet-name //Alice --hotkey //Alice && taonet wallet transfer //Bob --amount 1 --wallet-name //Alice --mev-protection',
  test: heldBy('C27'),
  async show({ then, now }) {
    const [official, sealed] = [await overhear('sdk10'), await overhear('sealed')];
    bears(official.readable && official.signed && !sealed.readable, `official ${official.readable}, sealed ${sealed.readable}`);
    const text = ({ bytes, readable }: Overheard): string => `${bytes} bytes; the question can be read on the way: ${readable ? 'yes' : 'no'}`;
    const shielded = now.fork().run(1);
    const ciphertext = { encrypted_call: new Uint8Array(200) };
    const stored = shielded.eventsOf(() => shielded.call(shielded.account('//Alice'), 'MevShield.store_encrypted', ciphertext)).map(({ name }) => name);
    bears(stored.some((name) => name.startsWith('MevShield.')), `shield: ${stored.join(', ')}`);
    return figures({
      both: { 'a request in the official dialect': `signed, ${text(official)}`, 'the same, sealed to the miner': `signed, ${text(sealed)}` },
      then: commitReveal(then),
      now: { ...commitReveal(now), 'a sealed transaction on chain': `${ciphertext.encrypted_call.length} bytes nobody reads yet: ${stored.join(', ')}` },
    });
  },
};
