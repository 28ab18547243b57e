/** The two kinds of token, and how they come to be. */

import { computeBlockEmission } from '@taonet/runtime';
import { alpha, count, RAO_PER_TAO, tao } from '../amounts.ts';
import { bears } from '../row.ts';
import { FIRST } from '../scene.ts';
import { term } from './term.ts';

const MOST_TAO = 21_000_000n;

export const alphaTerm = term({
  id: 'T1',
  title: 'alpha',
  says: 'The token that each subnet has for itself: limited and halved just as TAO is.',
  means: 'the token of one subnet, 9 decimals as well',
  then: { verdict: 'holds in part', words: 'Each subnet has its own, at most 21 million of it. But a block makes up to two: one for those who work, and as much as is needed beside the TAO that goes into the pool.' },
  now: { verdict: 'holds in part', words: 'As then: one for those who work, up to one for the pool, both halved with the alpha there is.' },
  command: 'taonet query SubtensorModule.SubnetAlphaOut 1',
  measure(world) {
    const [inPool, outside] = [world.S.SubnetAlphaIn.get(world, FIRST), world.S.SubnetAlphaOut.get(world, FIRST)];
    world.run(1);
    const made = world.S.SubnetAlphaIn.get(world, FIRST) + world.S.SubnetAlphaOut.get(world, FIRST) - inPool - outside;
    bears(made > RAO_PER_TAO && made <= 2n * RAO_PER_TAO, `a block makes ${alpha(made)}`);
    return { 'of subnet 1, in the pool': alpha(inPool), 'outside': alpha(outside), 'made by one block': alpha(made) };
  },
});

export const taoTerm = term({
  id: 'T12',
  title: 'TAO',
  says: 'The network\'s own token: one a block, halved, at most 21 million.',
  means: 'the native token; 1 TAO = 10⁹ rao',
  then: { verdict: 'holds', words: 'One a block until half of all is there. It is the only token that accounts hold; alpha is only ever stake.' },
  now: { verdict: 'holds', words: 'As then, and what pools hold lies on accounts of their own.' },
  command: 'taonet query SubtensorModule.TotalIssuance && taonet query Balances.TotalIssuance',
  measure(world) {
    const issued = world.S.TotalIssuance.get(world);
    world.run(1);
    const made = world.S.TotalIssuance.get(world) - issued;
    bears(made === RAO_PER_TAO, `a block makes ${tao(made)}`);
    bears(computeBlockEmission(MOST_TAO * RAO_PER_TAO) === 0n, 'more than 21 million');
    return { issued: tao(issued), 'made by one block': tao(made), 'made once 21,000,000 are there': tao(computeBlockEmission(MOST_TAO * RAO_PER_TAO)) };
  },
});

export const halvingTerm = term({
  id: 'T4',
  title: 'halving schedule',
  says: 'What a block makes is halved from time to time, as Bitcoin\'s is.',
  means: 'what a block makes, halved each time half of what was left to be made is there: it goes by issuance, not by time',
  then: { verdict: 'holds in part', words: 'It is no calendar: the amount issued decides, so recycled TAO puts a halving off.' },
  now: { verdict: 'holds in part', words: 'As then; the first one was passed in December 2025.' },
  command: 'taonet advance 1000 && taonet query SubtensorModule.BlockEmission',
  measure(world) {
    const first = (MOST_TAO / 2n) * RAO_PER_TAO;
    const issued = world.S.TotalIssuance.get(world);
    world.S.TotalIssuance.set(world, first - 2n * RAO_PER_TAO);
    const made = Array.from({ length: 4 }, () => {
      const before = world.S.TotalIssuance.get(world);
      world.run(1);
      return world.S.TotalIssuance.get(world) - before;
    });
    bears(made[0] === RAO_PER_TAO && made.at(-1) === RAO_PER_TAO / 2n, `blocks around the halving make ${made.map(tao).join(', ')}`);
    return {
      'blocks to the first halving': count((first - issued) / RAO_PER_TAO),
      'made by the four blocks around it': made.map(tao).join(', '),
      'after the second and the third': [75n, 875n].map((part, i) => tao(computeBlockEmission((MOST_TAO * part * RAO_PER_TAO) / (i === 0 ? 100n : 1000n)))).join(', '),
    };
  },
});

export const emissionTerm = term({
  id: 'T3',
  title: 'emission',
  says: 'What is newly made and shared out to subnets, and by them.',
  means: 'what a block or an epoch pays out',
  then: { verdict: 'holds', words: 'Each block puts TAO and alpha into pools and sets alpha aside for the people of a subnet, who get it at the epoch.' },
  now: { verdict: 'holds', words: 'As then, for subnets whose emission root has switched on.' },
  command: 'taonet query SubtensorModule.SubnetTaoInEmission 1 && taonet why no-emission 1',
  measure(world) {
    world.run(2);
    const { S } = world;
    const [taoIn, alphaIn, alphaOut] = [S.SubnetTaoInEmission.get(world, FIRST), S.SubnetAlphaInEmission.get(world, FIRST), S.SubnetAlphaOutEmission.get(world, FIRST)];
    bears(taoIn > 0n && alphaOut > 0n, 'subnet 1 emits nothing');
    return { 'TAO into the pool of subnet 1, per block': tao(taoIn), 'alpha into it': alpha(alphaIn), 'alpha for its people': alpha(alphaOut) };
  },
});
