/** How judgements become agreement, and of what they are made. */

import { pallets } from '@taonet/abi';
import { count, percent } from '../amounts.ts';
import { bears } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import { term } from './term.ts';

export const yumaTerm = term({
  id: 'T19',
  title: 'Yuma Consensus',
  says: 'Turns subjective weights, each with the stake behind it, into one agreement.',
  means: 'weights of all validators become one per miner: the highest that more than half of the stake (κ) gives it; what is above is cut off',
  then: { verdict: 'holds', words: 'A median weighed by stake: a third of the stake that overrates a miner moves it by nothing, and loses what it put there.' },
  now: { verdict: 'holds', words: 'As then; the bonds that pay validators can follow newer rules (Yuma 3), the median is the same.' },
  command: 'taonet weights show 1 && taonet query SubtensorModule.Kappa 1',
  measure(world) {
    const [good, praised] = [seat(world, 'good miner'), seat(world, 'praised miner')];
    world.run(1);
    const [first, second, third] = validatorsOf(world);
    for (const honest of [first!, second!]) judge(world, honest, new Map([[good.uid, 0.8], [praised.uid, 0.2]]));
    judge(world, third!, new Map([[good.uid, 0.1], [praised.uid, 0.9]]));
    runEpoch(world);
    runEpoch(world);
    const { S } = world;
    const of = (item: 'Consensus' | 'Incentive' | 'ValidatorTrust', uid: number): string => percent(S[item].get(world, FIRST)[uid]! / WHOLE_U16, 1);
    bears(of('Consensus', praised.uid) === '20.0 %', `the praised miner has ${of('Consensus', praised.uid)}`);
    return {
      'two validators of three say of the second miner': '20.0 %', 'the third says': '90.0 %', 'consensus': of('Consensus', praised.uid),
      'κ': `${count(S.Kappa.get(world, FIRST))} of ${count(WHOLE_U16)}`, 'of the third\'s weights counts': of('ValidatorTrust', third!.uid),
    };
  },
});

export const tensorTerm = term({
  id: 'T14',
  title: 'tensor',
  says: 'What the network is named after.',
  means: 'an array of numbers, as neural networks have; on chain there is none, only the name',
  then: { verdict: 'not on chain', words: 'A name. The chain keeps lists of whole numbers; arrays of fractions are the affair of models, off chain.' },
  now: { verdict: 'not on chain', words: 'As then.' },
  command: 'taonet query SubtensorModule.Weights 1 1',
  measure(world) {
    const names = pallets.flatMap(({ name, storage, calls }) => [...Object.keys(storage), ...Object.keys(calls)].map((item) => `${name}.${item}`));
    const named = names.filter((name) => /tensor/i.test(name.replace(/^SubtensorModule/, '')));
    bears(named.length === 0, `${named.join(', ')}`);
    const miner = seat(world, 'miner');
    world.run(1);
    judge(world, validatorsOf(world)[0]!, new Map([[miner.uid, 1]]));
    const row = world.S.Weights.get(world, FIRST, validatorsOf(world)[0]!.uid);
    return { 'storage items and calls that deal with one': `${named.length} of ${count(names.length)}`, 'the nearest thing, a row of weights': row.map(([uid, weight]) => `(${uid}, ${count(weight)})`).join(' ') };
  },
});
