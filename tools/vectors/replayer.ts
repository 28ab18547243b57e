/** Which replayer answers for which format. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { runtimeDescription } from '@taonet/abi';
import { decode, encode, metadata, type Build, type Metadata } from '@taonet/codec';
import { createCrypto } from '@taonet/crypto';
import { createEpochKernel } from '@taonet/kernel';
import { buildMetadata } from '@taonet/frame';
import type { Crypto } from '@taonet/primitives';
import {
  compareMetadata, oracleRuntime, oracleRuntime2025, replayApi, replayEpoch, replayGenesis, replayMath, replayScenario, replayTrace, replayWeights, SPEC_OF_MAY_2025, unsupportedMath, viewOfState,
  type ScenarioFile, type TraceFile, type TraceReport,
} from '@taonet/testkit';
import type { EpochKernel } from '@taonet/yuma';
import { readVectorFile, type Json, type VectorFile } from './files.ts';
import { mismatchLine, ofCases, onlyUnsupported, type Replayed } from './replayed.ts';

/** Epochs run in the kernel, as in a node; epoch files also through the oracle. */
export async function createReplayer(): Promise<(file: VectorFile, all: readonly string[]) => Replayed> {
  const crypto = await createCrypto();
  const epochKernel = createEpochKernel();
  const runtimes = { today: oracleRuntime(crypto, epochKernel), then: oracleRuntime2025(crypto, epochKernel) };

  const replayScenarioFile = (json: VectorFile & { format: 'taonet-scenario/1' }): Replayed => {
    const file = json.json as unknown as ScenarioFile;
    const report = replayScenario(file, file.spec === SPEC_OF_MAY_2025 ? runtimes.then : runtimes.today);
    return { ...report, mismatches: report.mismatches.map(({ step, what, kind, where, expected, got }) => mismatchLine(`step ${step} ${what} ${kind} ${where}`, expected, got)) };
  };

  return (file, all) => {
    switch (file.format) {
      case 'taonet-epoch/1': return ofCases([...replayEpoch(file.json), ...replayEpoch(file.json, epochKernel)]);
      case 'taonet-math/1': return replayMathFile(file.json);
      case 'taonet-scenario/1': return replayScenarioFile(file as never);
      case 'taonet-metadata/1': return ofCases(compareMetadataFile(file.path, file.bytes));
      case 'taonet-genesis/1': return ofCases(replayGenesis(file.json, crypto));
      case 'taonet-trace/1': return replayTraceFile(file.path, file.json as unknown as TraceFile, { crypto, epochKernel, all });
      case 'taonet-weights/1': return ofCases(replayWeights(file.json, crypto, { powFaucet: file.path.includes('powfaucet') }));
      case 'taonet-api/1': return replayApiFile(file.json, crypto);
    }
  };
}

const replayMathFile = (json: Json): Replayed => ofCases(replayMath(json), unsupportedMath(json));

/** Files of one trace belong together: the second part, and a light tail, start where the part before ended. */
function partsBefore(path: string, all: readonly string[]): string[] {
  const first = path.includes('-second') ? path.replace('-second', '-first') : path.includes('-light') ? path.replace('-light', '-full') : undefined;
  return first === undefined ? [] : [all.find((other) => other === first) ?? first];
}

interface TraceTools {
  readonly crypto: Crypto;
  readonly epochKernel: EpochKernel;
  readonly all: readonly string[];
}

function replayTraceFile(path: string, file: TraceFile, { crypto, epochKernel, all }: TraceTools): Replayed {
  let start: TraceReport['end'];
  for (const part of partsBefore(path, all)) start = replayTrace((readVectorFile(part) as unknown as { json: TraceFile }).json, crypto, { start, epochKernel }).end;
  const report = replayTrace(file, crypto, { start, epochKernel });
  return { ...report, mismatches: report.mismatches.map(({ block, kind, where, expected, got }) => mismatchLine(`block ${block} ${kind} ${where}`, expected, got)) };
}

/** States that API answers were given on, made from a trace's genesis and diffs; the root tells which belongs to a file. */
const API_STATES = ['fixtures/runtime/state-b.json.gz'];

function replayApiFile(json: Json, crypto: Crypto): Replayed {
  const { at, calls } = json as unknown as { at: { stateRoot: string }; calls: unknown[] };
  const state = API_STATES.map((path) => JSON.parse(gunzipSync(readFileSync(path)).toString()) as { stateRoot: string }).find(({ stateRoot }) => stateRoot === at.stateRoot);
  return state === undefined ? onlyUnsupported(`answers on another state, ${at.stateRoot}`, calls.length) : ofCases(replayApi(json, viewOfState(state, crypto)));
}

/** The build that a metadata fixture is of stands in its name: `metadata-v15.fast-powfaucet.scale`. */
function buildOfName(path: string): Build {
  return { fast: path.includes('.fast'), powFaucet: path.includes('powfaucet') };
}

function compareMetadataFile(path: string, blob: Uint8Array): ReturnType<typeof compareMetadata> {
  const version = blob[4] as Metadata['version'];
  const ours = encode(metadata, buildMetadata(runtimeDescription, buildOfName(path), version));
  return compareMetadata(new Uint8Array(blob), decode(metadata, ours));
}
