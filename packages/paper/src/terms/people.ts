/** Who takes part, and what is kept of them. */

import { subnetInfoApi } from '@taonet/abi';
import { alpha, count, decimal, fixed, percent, share } from '../amounts.ts';
import { bears } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import type { World } from '../world.ts';
import { term } from './term.ts';

/** A miner, liked by all three validators, after the epoch that pays it. */
function worked(world: World): { readonly uid: number } {
  const miner = seat(world, 'miner');
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miner.uid, 1]]));
  runEpoch(world);
  runEpoch(world);
  return miner;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

export const minerTerm = term({
  id: 'T6',
  title: 'miner',
  says: 'Does the work, is scored by validators, is paid for it.',
  means: 'a neuron that is scored',
  then: { verdict: 'holds', words: 'A role, not a kind of account: whoever gets weights is one. Miners as a whole get 41 % of a subnet\'s alpha.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet subnets show 1 --sort incentive && taonet why no-incentive 1 0',
  measure(world) {
    const { uid } = worked(world);
    const { S } = world;
    const paid = S.Emission.get(world, FIRST);
    const part = share(paid[uid]!, sum(paid));
    bears(S.Incentive.get(world, FIRST)[uid] === WHOLE_U16 && Math.abs(part - 0.5) < 0.01, `the only miner gets ${percent(part)}`);
    return { 'incentive of the only miner': `${count(S.Incentive.get(world, FIRST)[uid]!)} of ${count(WHOLE_U16)}`, 'paid to it by one epoch': alpha(paid[uid]!), 'of what miners and validators get': percent(part) };
  },
});

export const validatorTerm = term({
  id: 'T17',
  title: 'validator',
  says: 'Asks miners, scores what they answer, commits weights, and is paid for judging well.',
  means: 'a neuron that scores',
  then: { verdict: 'holds', words: 'A role as well: stake and a permit make one. Its dividends follow its bonds in miners that others value too.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet subnets show 1 --sort dividends && taonet why no-dividends 1 1',
  measure(world) {
    worked(world);
    const { S } = world;
    const paid = validatorsOf(world).map(({ uid }) => S.Emission.get(world, FIRST)[uid]!);
    const dividends = validatorsOf(world).map(({ uid }) => S.Dividends.get(world, FIRST)[uid]!);
    bears(dividends.every((one) => one > 0), 'a validator has no dividends');
    return { 'dividends of three with the same stake': dividends.map((one) => percent(one / WHOLE_U16, 1)).join(', '), 'earned by them in one epoch, takes and stakers\' parts together': alpha(sum(paid)) };
  },
});

export const permitTerm = term({
  id: 'T18',
  title: 'validator permit',
  says: 'At least 1,000 of stake, and among the 64 with the most: then weights are heard.',
  means: 'right to have weights counted',
  then: { verdict: 'holds in part', words: 'Two rules in one: the permit goes to the 64 with the most stake weight above the threshold; setting weights takes the permit and the threshold. 64 is a hyperparameter, 1,000 a setting of the network.' },
  now: { verdict: 'holds in part', words: 'As then, and the owner\'s hotkey needs neither.' },
  command: 'taonet query SubtensorModule.MaxAllowedValidators 1 && taonet query SubtensorModule.StakeThreshold && taonet why no-permit 1 0',
  measure(world) {
    seat(world, 'newcomer');
    runEpoch(world);
    const { S } = world;
    const permits = S.ValidatorPermit.get(world, FIRST);
    bears(permits.filter(Boolean).length === validatorsOf(world).length + 1, `${permits.filter(Boolean).length} permits`);
    return { 'permits on subnet 1': `${permits.filter(Boolean).length} of ${permits.length} neurons`, 'most there can be': count(S.MaxAllowedValidators.get(world, FIRST)), 'stake weight asked for': decimal(S.StakeThreshold.get(world)) };
  },
});

export const uidTerm = term({
  id: 'T15',
  title: 'UID',
  says: 'A place in a subnet that a hotkey gets and can lose.',
  means: 'slot of a neuron in a subnet, u16',
  then: { verdict: 'holds', words: 'A number from 0 on, for one hotkey on one subnet. When all are taken, the one that earned least goes.' },
  now: { verdict: 'holds', words: 'As then; 256 at most.' },
  command: 'taonet query SubtensorModule.SubnetworkN 1 && taonet subnets register 1 --hotkey //Alice//miner --wallet-name //Alice --dry-run',
  measure(world) {
    const { S } = world;
    const taken = S.SubnetworkN.get(world, FIRST);
    const { uid, hotkey } = seat(world, 'newcomer');
    bears(uid === taken && S.Keys.get(world, FIRST, uid) === hotkey, `the newcomer has uid ${uid}`);
    return { 'taken on subnet 1': `${taken} of ${count(S.MaxAllowedUids.get(world, FIRST))}`, 'a newcomer gets': count(uid), 'blocks for which it cannot lose it': count(S.ImmunityPeriod.get(world, FIRST)) };
  },
});

export const metagraphTerm = term({
  id: 'T5',
  title: 'metagraph',
  says: 'The whole of a subnet on chain: states, weights, ranks of everybody.',
  means: 'all that the chain keeps of a subnet\'s neurons, read at once: one column per item, one entry per uid',
  then: { verdict: 'holds', words: 'Columns by uid, ranks and trust among them; weights are kept by validator beside it.' },
  now: { verdict: 'holds in part', words: 'Ranks and trust are gone since December 2025: they said what incentive and validators\' trust say.' },
  command: 'taonet subnets show 1 && taonet query SubnetInfoRuntimeApi.get_metagraph 1',
  measure(world) {
    worked(world);
    const { S } = world;
    const graph = world.view(subnetInfoApi, 'get_metagraph', { netuid: FIRST });
    bears(graph !== undefined && graph.hotkeys.length === S.SubnetworkN.get(world, FIRST), 'no metagraph');
    const stored = (['Rank', 'Trust', 'Consensus', 'Incentive', 'Dividends', 'Emission', 'Active', 'LastUpdate', 'ValidatorPermit', 'ValidatorTrust', 'PruningScores'] as const).filter((item) => S[item].get(world, FIRST).length > 0);
    const hasRanks = stored.includes('Rank');
    bears(hasRanks === (world.rules === '2025-05'), `ranks are ${hasRanks ? '' : 'not '}stored`);
    return { 'neurons of subnet 1': count(graph.hotkeys.length), 'fields of the view': count(Object.keys(graph).length), 'columns stored': `${stored.length}: ${stored.join(', ')}` };
  },
});

export const stakeWeightTerm = term({
  id: 'T8',
  title: 'stake weight',
  says: 'Alpha, and TAO times the TAO weight.',
  means: 'alpha + TAO × tao weight, what consensus counts',
  then: { verdict: 'holds', words: 'Just so: alpha on the subnet, and root stake times the weight; parts given to childkeys go with them.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet query SubnetInfoRuntimeApi.get_subnet_state 1',
  measure(world) {
    worked(world);
    const state = world.view(subnetInfoApi, 'get_subnet_state', { netuid: FIRST })!;
    const { uid } = validatorsOf(world)[0]!;
    const [alphaRao, taoRao, total] = [state.alpha_stake[uid]!, state.tao_stake[uid]!, state.total_stake[uid]!];
    // The weight counts with 32 places.
    const expected = alphaRao + ((taoRao * (world.S.TaoWeight.get(world) >> 32n)) >> 32n);
    bears(total - expected <= 1n && expected - total <= 1n, `${decimal(total)} instead of ${decimal(expected)}`);
    return { 'of //Alice//validator on subnet 1': `${decimal(alphaRao)} alpha + ${decimal(taoRao)} TAO × 0.18 = ${decimal(total)}` };
  },
});

export const taoWeightTerm = term({
  id: 'T13',
  title: 'TAO weight',
  says: 'How much of an alpha one TAO of root stake counts.',
  means: 'how much of an alpha one TAO staked on root counts for in consensus: 0.18 on mainnet, 0.0527 unless set',
  then: { verdict: 'holds', words: 'One number for the whole network, a fraction of 2⁶⁴; root sets it.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet query SubtensorModule.TaoWeight',
  measure(world) {
    const { S } = world;
    const here = S.TaoWeight.get(world);
    S.TaoWeight.remove(world);
    const unset = S.TaoWeight.get(world);
    bears(Math.abs(fixed(here, 64) - 0.18) < 1e-9, 'it is not 0.18');
    return { here: fixed(here, 64).toFixed(4), 'where nobody set it': fixed(unset, 64).toFixed(4), '100,000 TAO on root count': decimal((here * 100_000n * 10n ** 9n) >> 64n) };
  },
});
