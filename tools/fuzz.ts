/**
 * Storms the doors of running nodes with chance that comes again with its seed.
 *
 * usage: npm run fuzz -- [--minutes N] [--seed S] [--cases N] [--from N] [--target closed|manual|clock] [--all] [--crashes N]
 * --all goes on after something did not hold, and tells what is new.
 * Exit 1 when something did not hold; the seed, the case and its request are printed.
 */

import { parseArgs } from 'node:util';
import { Siege, type Target, type Violation } from '../packages/node/test/fuzz/bursts.ts';
import { ChildNode } from './fuzz/childNode.ts';
import { runCrashes } from './fuzz/crashes.ts';
import { MemoryWatch } from './fuzz/memoryWatch.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' }, seed: { type: 'string', default: '1' }, cases: { type: 'string' }, from: { type: 'string', default: '0' },
    target: { type: 'string' }, burst: { type: 'string', default: '60' }, all: { type: 'boolean', default: false }, crashes: { type: 'string' },
  },
});

const TARGETS: readonly { readonly name: Target['blocks']; readonly options: readonly string[] }[] = [
  { name: 'closed', options: ['--preset', 'localnet', '--block-time', 'manual'] },
  { name: 'manual', options: ['--preset', 'localnet', '--block-time', 'manual'] },
  { name: 'clock', options: ['--preset', 'dev', '--block-time', '50ms'] },
];
const DEFAULT_MINUTES = 1;
const SAMPLE_MS = 10_000;

interface Besieged {
  readonly siege: Siege;
  readonly node: ChildNode;
  readonly memory: MemoryWatch;
  readonly name: string;
}

async function besiege({ name, options }: (typeof TARGETS)[number], seed: number): Promise<Besieged> {
  const node = await ChildNode.start(options);
  const target: Target = { name, port: node.port, blocks: name, ended: () => node.ended(), takeDefects: () => node.takeDefects() };
  return { siege: await Siege.lay(target, seed), node, memory: new MemoryWatch({ poolFills: name === 'closed' }), name };
}

function report(all: readonly Besieged[], begun: number): void {
  for (const { name, siege: { counts, door }, memory } of all) {
    const kinds = Object.entries(counts.kinds).map(([kind, count]) => `${kind} ${count}`).join(', ');
    console.log(`${name}: ${counts.cases} cases (${kinds}), ${counts.blocks} blocks, ${counts.included} extrinsics in them`);
    console.log(`  ${memory.summary()}; resident at most ${memory.highest} MB; slowest ${Math.round(counts.slowestMs)} ms: ${counts.slowest}`);
    for (const [trap, example] of door.traps) console.log(`  trap ${trap}, as in ${example.slice(0, 300)}`);
  }
  console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
}

function tell({ target, what, seed, number, request }: Violation, burst: number): void {
  console.error(`VIOLATION at node ${target}, seed ${seed}, case ${number}\n${what}\nrequest:\n${request}`);
  const from = number - (number % burst);
  console.error(`again: npm run fuzz -- --target ${target} --seed ${seed} --from ${from} --cases ${number - from + 1}`);
}

/** Without what differs from one time to the next: the place in our code, or the beginning. */
function nameOf({ what }: Violation): string {
  return /^.*\n.*\n +at (?:.*\n +at ){0,2}.*/.exec(what.replace(/^an internal error.*\n/, ''))?.[0] ?? what.slice(0, 60);
}

async function fuzz(): Promise<number> {
  const seed = Number(values.seed);
  const burst = Number(values.burst);
  const cases = values.cases === undefined ? Infinity : Number(values.cases);
  const minutes = values.minutes === undefined ? (values.cases === undefined ? DEFAULT_MINUTES : Infinity) : Number(values.minutes);
  const begun = performance.now();
  const all: Besieged[] = [];
  for (const target of TARGETS) if (values.target === undefined || values.target === target.name) all.push(await besiege(target, seed));
  let wrong = 0;
  let nextSample = SAMPLE_MS;
  const isOver = (): boolean => performance.now() - begun > minutes * 60_000;
  const told = new Set<string>();
  for (let from = Number(values.from); from < Number(values.from) + cases && !isOver() && (wrong === 0 || values.all); from += burst) {
    for (const { siege, node, memory } of all) {
      const violation = await siege.burst(from, Math.min(burst, Number(values.from) + cases - from));
      memory.note(node.residentMb());
      if (violation === undefined) continue;
      wrong += 1;
      const name = nameOf(violation);
      if (!told.has(name)) tell(violation, burst);
      told.add(name);
      if (node.ended() !== undefined) return wrong;
    }
    if (performance.now() - begun > nextSample) {
      nextSample += SAMPLE_MS;
      for (const { siege, node, memory } of all) {
        const state = await siege.stateSize();
        const aliveMb = await node.liveMb();
        if (aliveMb !== undefined) memory.noteLive({ aliveMb, state, cases: siege.counts.cases, blocks: siege.counts.blocks });
      }
      console.log(`${Math.round((performance.now() - begun) / 1000)} s: ${all.map(({ name, siege, memory }) => `${name} ${siege.counts.cases} cases, ${Math.round(memory.latest ?? 0)} MB alive`).join(' · ')}`);
    }
  }
  for (const { name, memory } of all) {
    const grown = memory.wrong();
    if (grown === undefined) continue;
    console.error(`VIOLATION at node ${name}, seed ${seed}: ${grown}`);
    wrong += 1;
  }
  report(all, begun);
  if (wrong === 0) console.log(all.every(({ memory }) => memory.canTell) ? '0 halts; memory flat' : '0 halts; too short a run to tell whether memory is flat');
  await Promise.all(all.map(async ({ siege, node }) => {
    siege.door.close();
    await node.kill();
  }));
  return wrong;
}

const wrong = values.crashes === undefined ? await fuzz() : await runCrashes(Number(values.crashes), Number(values.seed));
console.log(wrong === 0 ? 'All held.' : `${wrong} did not hold.`);
process.exit(wrong === 0 ? 0 : 1);
