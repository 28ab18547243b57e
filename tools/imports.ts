/** Checks that packages import each other in one direction only, by their front door, and only declared dependencies. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What each package may import (docs: ARCHITECTURE.md, "Packages"). Tests may also use testkit and crypto. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  primitives: [],
  codec: ['primitives'],
  crypto: ['primitives'],
  frame: ['primitives', 'codec'],
  yuma: ['primitives'],
  pools: ['primitives'],
  kernel: ['primitives', 'yuma'],
  abi: ['primitives', 'codec'],
  runtime: ['primitives', 'codec', 'frame', 'yuma', 'pools', 'abi'],
  chain: ['primitives', 'codec', 'frame', 'abi', 'runtime'],
  node: ['primitives', 'codec', 'crypto', 'frame', 'abi', 'runtime', 'chain', 'kernel'],
  sdk: ['primitives', 'codec', 'crypto', 'abi'],
  subnets: ['primitives', 'sdk'],
  cli: ['primitives', 'codec', 'crypto', 'yuma', 'pools', 'node', 'chain', 'abi', 'runtime', 'sdk', 'subnets'],
  paper: ['primitives', 'codec', 'crypto', 'frame', 'yuma', 'pools', 'kernel', 'abi', 'runtime', 'chain', 'node', 'sdk', 'subnets'],
  testkit: ['primitives', 'codec', 'crypto', 'frame', 'yuma', 'pools', 'abi', 'runtime', 'chain'],
};
/** Clients are tested against a real node. */
const NEED_A_NODE = ['sdk', 'subnets'];
const FOR_TESTS = ['testkit', 'crypto', 'abi', 'runtime', 'primitives', 'codec', 'frame'];

/** Whether a package offers this entry of its own (`./docs`). */
function isDoor(name: string, deeper: string): boolean {
  const { exports } = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8')) as { exports: Record<string, string> };
  return `.${deeper}` in exports;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    // AssemblyScript has its own rules for imports.
    if (['node_modules', 'dist', 'assembly'].includes(name)) return [];
    return statSync(path).isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const problems: string[] = [];
for (const name of readdirSync('packages')) {
  const allowed = MAY_IMPORT[name];
  if (allowed === undefined) {
    problems.push(`packages/${name}: not in the table of tools/imports.ts`);
    continue;
  }
  for (const file of filesUnder(join('packages', name))) {
    const isTest = /\.(test|prop)\.ts$/.test(file) || file.includes('/test/');
    const text = readFileSync(file, 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (specifier === undefined) continue;
      if (specifier.startsWith('.')) {
        const target = relative(join('packages', name), join(file, '..', specifier));
        // Test supports of one package may serve another one's tests.
        const sharesSupport = isTest && /^\.\.\/[a-z]+\/test\//.test(target);
        if (target.startsWith('..') && !sharesSupport) problems.push(`${file}: reaches out of its package: ${specifier}`);
        else if (!/\.(ts|json|mjs)$/.test(specifier)) problems.push(`${file}: relative import without extension: ${specifier}`);
        continue;
      }
      const found = /^@taonet\/([a-z]+)(\/.*)?$/.exec(specifier);
      if (found === null) continue;
      const [, target, deeper] = found;
      if (deeper !== undefined && !isDoor(target!, deeper)) problems.push(`${file}: goes past the front door: ${specifier}`);
      if (target === name || allowed.includes(target!) || (isTest && FOR_TESTS.includes(target!))) continue;
      if (isTest && target === 'node' && NEED_A_NODE.includes(name)) continue;
      problems.push(`${file}: ${name} may not import ${target}`);
    }
  }
}
for (const problem of problems) console.error(problem);
console.log(`${problems.length} wrong imports`);
process.exitCode = problems.length === 0 ? 0 : 1;
