/**
 * The SDK as it is installed: the six tasks compile under every way of resolving modules, planted mistakes do not, nothing is `any`, and it runs and is small.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { build as buildPage } from 'vite';
import ts from 'typescript';
import { packSdk, SDK_FOLDER } from './packSdk.ts';

const FOLDER = '.cache/check-sdk';
const EXAMPLE = 'examples/sixTasks.ts';
const LINES_MAX = 15;
const GZIP_MAX = 60 * 1024;

const HEAD = 'import { alpha, connect, tao, wallet } from \'@taonet/sdk\';\nconst c = await connect(\'local\', { wallet: wallet.dev(\'alice\') });\n';

/** Each must be refused by the compiler, all else in it being right. */
const MISTAKES: Readonly<Record<string, string>> = {
  'unknown storage item': 'console.log(await c.query.SubtensorModule.NoSuchItem(1));',
  'wrong argument type': 'await c.tx.SubtensorModule.set_tempo({ netuid: \'one\', tempo: 10 }).send();',
  'TAO mixed with alpha': 'console.log(tao(\'1\').plus(alpha(1, \'1\')));',
  'alpha where TAO is wanted': 'c.stake({ netuid: 1, hotkey: \'alice\', amount: alpha(1, \'1\') });',
  'alpha in a raw call that wants TAO': 'c.tx.SubtensorModule.add_stake({ hotkey: \'x\', netuid: 1, amount_staked: alpha(1, \'1\') });',
  'alpha of another subnet': 'console.log(alpha(1, \'1\').plus(alpha(2, \'1\')));',
  'an argument left out': 'c.tx.SubtensorModule.set_tempo({ netuid: 1 });',
  'unknown event': 'console.log((await c.transfer({ to: \'bob\', amount: tao(\'1\') }).send()).find(\'Balances.NoSuchEvent\'));',
  'unknown error code': 'try { await c.balance(); } catch (e) { if (e instanceof (await import(\'@taonet/sdk\')).TaonetError) e.is(\'NoSuchError\'); }',
  'a bare number as amount': 'c.transfer({ to: \'bob\', amount: 1 });',
};

/** Nothing of these may be `any`, and all of them are what they are. */
const EXACT = `import { connect, type Neuron, type Tao } from '@taonet/sdk';
type IsAny<T> = 0 extends 1 & T ? true : false;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const yes = (_: true): void => undefined;
const no = (_: false): void => undefined;
const c = await connect('ws://127.0.0.1:9944');
const tempo = await c.query.SubtensorModule.Tempo(1);
yes({} as Same<typeof tempo, number>);
const owner = await c.query.SubtensorModule.Uids(1, '');
yes({} as Same<typeof owner, number | undefined>);
const account = await c.query.System.Account('');
no({} as IsAny<typeof account>);
yes({} as Same<typeof account.data.free, bigint>);
const balance = (await c.balance()).free;
yes({} as Same<typeof balance, Tao>);
for (const n of await c.metagraph(1)) yes({} as Same<typeof n, Neuron>);
const price = await c.api.SwapRuntimeApi.current_alpha_price({ netuid: 1 });
yes({} as Same<typeof price, bigint>);
const deposit = c.constants.Balances.ExistentialDeposit;
yes({} as Same<typeof deposit, bigint>);
const paid = (await c.tx.System.remark({ remark: 'x' }).send()).find('TransactionPayment.TransactionFeePaid');
no({} as IsAny<typeof paid>);
yes({} as Same<NonNullable<typeof paid>['actual_fee'], bigint>);
const staked = (await c.events()).all('SubtensorModule.StakeAdded')[0];
no({} as IsAny<typeof staked>);
`;

interface Mode {
  readonly name: string;
  readonly extension: '.ts' | '.mts' | '.cts';
  readonly options: ts.CompilerOptions;
}

const COMMON: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: ts.ScriptTarget.ES2022, exactOptionalPropertyTypes: true };
const NODE = { types: ['node'], lib: ['lib.es2022.d.ts'] };
const WEB = { types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.asynciterable.d.ts', 'lib.esnext.disposable.d.ts'] };
const MODES: readonly Mode[] = [
  { name: 'nodenext', extension: '.mts', options: { ...COMMON, ...NODE, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext } },
  { name: 'bundler', extension: '.ts', options: { ...COMMON, ...WEB, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler } },
  { name: 'CommonJS', extension: '.cts', options: { ...COMMON, ...NODE, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext } },
];

/** CommonJS has no `await` at the top. */
const bodyFor = ({ extension }: Mode, source: string): string => (extension === '.cts' ? source.replace(/^((?:\/\*.*\*\/\n|import .*\n)*)([\s\S]*?)((?:export \{.*\n)?)$/, '$1export async function main(): Promise<void> {\n$2\n}\n') : source);

/** What the compiler says of each file, and of what they share under ''. */
function problemsOf(files: readonly string[], options: ts.CompilerOptions): ReadonlyMap<string, readonly string[]> {
  const program = ts.createProgram(files, { ...options, typeRoots: [resolve('node_modules/@types')] });
  const found = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const owner = file !== undefined && files.includes(file.fileName) ? file.fileName : '';
    found.set(owner, [...(found.get(owner) ?? []), `${owner === '' ? (file?.fileName ?? '') : ''} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`.trim()]);
  }
  return found;
}

let failures = 0;
let passes = 0;
function report(ok: boolean, what: string, detail = ''): void {
  if (ok) passes += 1;
  else failures += 1;
  if (!ok) console.log(`FAIL ${what}${detail === '' ? '' : `\n     ${detail}`}`);
}

function compileIn(mode: Mode): void {
  const write = (name: string, source: string): string => {
    const file = resolve(FOLDER, `${name.replaceAll(' ', '-')}${mode.extension}`);
    writeFileSync(file, bodyFor(mode, source));
    return file;
  };
  const right = [['six tasks', readFileSync(EXAMPLE, 'utf8')], ['exact types', EXACT], ['nothing', `${HEAD}export { alpha, c, tao };\n`]].map(([name, source]) => [name!, write(name!, source!)] as const);
  const wrong = Object.entries(MISTAKES).map(([name, line]) => [name, write(name, `${HEAD}${line}\nexport { alpha, tao };\n`)] as const);
  const found = problemsOf([...right, ...wrong].map(([, file]) => file), mode.options);
  report(found.get('') === undefined, `${mode.name}: the shipped types are sound`, found.get('')?.slice(0, 3).join('\n     '));
  for (const [name, file] of right) report(found.get(file) === undefined, `${mode.name}: ${name} compile`, found.get(file)?.slice(0, 3).join('\n     '));
  for (const [name, file] of wrong) {
    const problems = found.get(file) ?? [];
    report(problems.length === 1, `${mode.name}: ${name} is refused, and nothing else`, problems.join('\n     '));
    if (process.argv.includes('--show') && mode.name === 'nodenext') console.log(`${name}: ${problems.join(' | ').slice(0, 160)}`);
  }
}

function checkExample(): void {
  const code = readFileSync(EXAMPLE, 'utf8').split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line));
  report(code.length <= LINES_MAX, `the six tasks take ${code.length} lines, at most ${LINES_MAX}`);
  report(!code.some((line) => /\bas\b|\bany\b|<[A-Z]\w*>|!\./.test(line)), 'the six tasks have no cast');
}

/** What a page loads that connects and reads: everything but the parts loaded on demand. */
async function checkSize(): Promise<void> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(SDK_FOLDER, 'index.js')], bundle: true, splitting: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true, outdir: FOLDER, external: ['ws'], logLevel: 'silent',
  });
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('index.js'))![0];
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const { path, kind } of metafile.outputs[name]!.imports) if (kind === 'import-statement' && path in metafile.outputs) add(path);
  };
  add(first);
  const total = outputFiles.filter(({ path }) => [...needed].some((name) => resolve(name) === path)).reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  report(total <= GZIP_MAX, `the browser bundle is ${(total / 1024).toFixed(1)} KB compressed, at most 60`);
  console.log(`browser bundle: ${(total / 1024).toFixed(1)} KB compressed`);
}

function checkRun(): void {
  const file = join(FOLDER, 'run.mjs');
  writeFileSync(file, 'import { connect, tao } from \'@taonet/sdk\';\nimport { Wallet } from \'@taonet/sdk/wallet\';\nawait import(\'@taonet/sdk/neuron\');\nconst { QUICKNET, sealUntil } = await import(\'@taonet/sdk/timelock\');\nif (sealUntil(new Uint8Array(4), 2e12, QUICKNET).sealed.length !== 248 || typeof connect !== \'function\' || typeof Wallet !== \'function\' || String(tao(\'1.5\')) !== \'τ1.5\') process.exit(1);\n');
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  report(status === 0, 'the four entries can be imported and work', stderr.slice(0, 400));
}

/** The package alone becomes a page: Vite takes it as it is installed, without a setting. */
async function checkVitePage(): Promise<void> {
  const page = join(FOLDER, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title><script type="module" src="./main.js"></script>\n');
  writeFileSync(join(page, 'main.js'), "import { connect, wallet, tao } from '@taonet/sdk';\nconst client = await connect('local', { wallet: wallet.dev('alice') });\ndocument.title = String((await client.balance()).free ?? tao('0'));\n");
  const built = await buildPage({ root: page, logLevel: 'silent', build: { target: 'es2022', write: false } }).then(() => '', (error: unknown) => String(error));
  report(built === '', 'the package builds into a Vite page', built.slice(0, 400));
}

await packSdk();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, 'node_modules/@taonet'), { recursive: true });
cpSync(SDK_FOLDER, join(FOLDER, 'node_modules/@taonet/sdk'), { recursive: true });
symlinkSync(resolve('node_modules/ws'), join(FOLDER, 'node_modules/ws'));
writeFileSync(join(FOLDER, 'package.json'), '{ "type": "module" }\n');
for (const mode of MODES) compileIn(mode);
checkExample();
await checkSize();
checkRun();
await checkVitePage();
console.log(`sdk: ${passes} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
