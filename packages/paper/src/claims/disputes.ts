/** What happens to who lies, and who decides on the rules. */

import { runtimeCall, type RuntimeCall } from '@taonet/abi';
import { encode } from '@taonet/codec';
import { bytesToHex, type AccountId } from '@taonet/primitives';
import { percent, share } from '../amounts.ts';
import { bears, figures, type PaperRow, type Shown } from '../row.ts';
import { FIRST } from '../scene.ts';
import { SenateMembers, Sudo, TriumvirateMembers } from '../storage.ts';
import type { World } from '../world.ts';
import { judged } from './consensus.ts';
import { heldBy } from './heldBy.ts';

/** Blocks of 250 ms. */
const HALF_A_DAY = 172_800;
const BOUND = { proposal_weight_bound: { ref_time: 20_000_000_000n, proof_size: 200_000n }, length_bound: 1_000 };

/** A validator that gives everything to the second miner, where the others see two equal ones. */
function clippedLiar(base: World): Shown {
  const { world, validators } = judged(base, [[0.5, 0.5], [0.5, 0.5], [0, 1]], 5);
  const { S } = world;
  const [trust, dividends] = [S.ValidatorTrust.get(world, FIRST), S.Dividends.get(world, FIRST)];
  const [honest, , liar] = validators.map(({ uid }) => uid) as [number, number, number];
  bears(trust[liar]! < trust[honest]! && dividends[liar]! < dividends[honest]!, `trust ${trust.join(', ')}, dividends ${dividends.join(', ')}`);
  return {
    'a lying validator, what counts of its weights': percent(share(trust[liar]!, trust[honest]!), 1),
    'its dividends, beside an honest one with as much stake': percent(share(dividends[liar]!, dividends[honest]!), 1),
  };
}

/** A change of subnet 1's tempo by the bodies: proposed, voted on, closed. */
function motion(base: World): Shown {
  const world = base.fork();
  const change = { type: 'SubtensorModule', value: { type: 'sudo', value: { call: { type: 'AdminUtils', value: { type: 'sudo_set_tempo', value: { netuid: FIRST, tempo: 20 } } } } } } as unknown as RuntimeCall;
  const hash = bytesToHex(world.crypto.blake2b256(encode(runtimeCall, change)));
  const proposers = TriumvirateMembers.Members.get(world);
  const senators = SenateMembers.Members.get(world);
  const propose = { proposal: change, length_bound: BOUND.length_bound, duration: HALF_A_DAY };
  const stranger = world.refusal(world.account('//Dave'), 'Triumvirate.propose', propose);
  world.call(proposers[0]!, 'Triumvirate.propose', propose);
  const close = { proposal_hash: hash, index: 0, ...BOUND };
  let ayes = 0;
  const asRoot = (): string | undefined => world.fork().refusal('root', 'Triumvirate.close', close);
  for (const hotkey of senators) {
    if (asRoot() === undefined) break;
    world.call(world.S.Owner.get(world, hotkey), 'SubtensorModule.vote', { hotkey, proposal: hash, index: 0, approve: true });
    ayes += 1;
  }
  const byMember = world.refusal(proposers[0]!, 'Triumvirate.close', close);
  world.call('root', 'Triumvirate.close', close);
  bears(world.S.Tempo.get(world, FIRST) === 20 && ayes * 2 > senators.length && byMember === 'BadOrigin' && stranger !== undefined, `tempo ${world.S.Tempo.get(world, FIRST)}, ${ayes} of ${senators.length}, ${byMember}, ${stranger}`);
  return {
    'who may propose': `${proposers.length} accounts; anybody else: ${stranger}`,
    'who votes': `${senators.length} senators here, ${seatsOf(base)} at most`,
    'votes it took to change a subnet\'s tempo': `${ayes} of ${senators.length}`,
    'who closed the vote': `root; a proposer alone: ${byMember}`,
  };
}

/** So many seats has the senate. */
function seatsOf(base: World): number {
  const world = base.fork();
  for (let i = 0; world.refusal('root', 'SenateMembers.add_member', { who: { type: 'Id', value: world.account(`senator ${i}`) } }) === undefined; i++);
  return SenateMembers.Members.get(world).length;
}

/** Today's upstream: no bodies, one key. */
function oneKey(world: World): Shown {
  const key: AccountId = Sudo.Key.get(world)!;
  const call = { type: 'AdminUtils', value: { type: 'sudo_set_tempo', value: { netuid: FIRST, tempo: 20 } } };
  const proposal = world.refusal(key, 'Triumvirate.propose', { proposal: call, length_bound: BOUND.length_bound, duration: HALF_A_DAY });
  const stranger = world.refusal(world.account('//Bob'), 'Sudo.sudo', { call });
  world.call(key, 'Sudo.sudo', { call });
  bears(world.S.Tempo.get(world, FIRST) === 20 && proposal !== undefined && stranger !== undefined, `tempo ${world.S.Tempo.get(world, FIRST)}, ${proposal}, ${stranger}`);
  return { 'who decides': `1 key; anybody else: ${stranger}`, 'proposing to the bodies': proposal! };
}

/** C22 */
export const DISPUTES: PaperRow = {
  id: 'C22', kind: 'claim', title: 'Consensus settles disputes, governance the rest',
  says: 'Disputes are settled by consensus; who breaks the protocol is dealt with by on-chain governance and votes of the community.',
  then: { verdict: 'holds in part', words: 'A lying validator is clipped by itself and earns less; no one needs to rule on it. For the protocol, three accounts proposed and twelve senators, the largest validators, voted; it took root to close a vote, and holders themselves had none.' },
  now: { verdict: 'holds in part', words: 'Consensus clips as it did. The bodies were abolished in October 2025: upstream\'s protocol is changed by one key. On the developer network here they stand beside the key, as a switch.' },
  command: 'taonet gov list && taonet gov propose AdminUtils.sudo_set_tempo netuid=1 tempo=20 --wallet-name //Alice && taonet why no-dividends 1 3',
  test: heldBy('C22'),
  show(worlds) {
    return figures({
      then: { ...clippedLiar(worlds.then), ...motion(worlds.then) },
      now: { ...clippedLiar(worlds.now), ...oneKey(worlds.create({ rules: '2026-06', dev: false })) },
    });
  },
};
