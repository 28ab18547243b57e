import { fromInteger, type X32 } from './bits.ts';
import { lastUpdates } from './active.ts';
import type { EpochRecorder } from './recorder.ts';
import type { EpochInput, StoredRow } from './records.ts';
import { EMPTY_ROW, filterEntries, rowNormalize, type SparseMatrix, type SparseRow } from './sparse.ts';

/**
 * The weights that count: of permitted validators, without self-weights (but the owner's), without weights older than
 * the miner they point to, without those a pending commit must not inherit; each row then sums to 1.
 *
 * shapes: weights[validator][miner]; an all-zero row stays as it is
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeWeights(input: EpochInput, permits: readonly boolean[], recorder?: EpochRecorder): SparseMatrix {
  const stored = loadRows(input.weights, input.neuronCount);
  recorder?.record('weightsStored', stored);
  const permitted = stored.map((row, uid) => (permits[uid] === true ? row : EMPTY_ROW));
  recorder?.record('weightsPermitted', permitted);
  const notSelf = filterEntries(permitted, (i, j) => i !== j || i === input.ownerUid);
  recorder?.record('weightsNotSelf', notSelf);
  const notOutdated = dropOutdated(notSelf, input);
  recorder?.record('weightsNotOutdated', notOutdated);
  const notCommitted = input.commitBlocks === undefined ? notOutdated : dropCommitted(notOutdated, input, input.commitBlocks);
  if (input.commitBlocks !== undefined) recorder?.record('weightsNotCommitted', notCommitted);
  const weights = rowNormalize(notCommitted);
  recorder?.record('weights', weights);
  return weights;
}

/** Stored u16 rows as whole fixed numbers, one row per neuron, without columns beyond the last neuron. */
function loadRows(rows: readonly StoredRow[], neuronCount: number): SparseMatrix {
  return Array.from({ length: neuronCount }, (_, uid) => loadRow(rows[uid] ?? [], neuronCount));
}

function loadRow(row: StoredRow, neuronCount: number): SparseRow {
  const known = row.filter(([uid]) => uid < neuronCount);
  return { uids: known.map(([uid]) => uid), values: known.map(([, value]): X32 => fromInteger(value)) };
}

/** A weight must be younger than the registration of the miner it points to; one of the same block is not. */
function dropOutdated(weights: SparseMatrix, input: EpochInput): SparseMatrix {
  const updated = lastUpdates(input);
  return filterEntries(weights, (i, j) => (updated[i] ?? 0n) > (input.blockAtRegistration[j] ?? 0n));
}

/**
 * A validator with a live commit may not reward a miner that registered after that commit: the miner may have
 * taken the slot of the one the commit is about.
 */
function dropCommitted(weights: SparseMatrix, input: EpochInput, commitBlocks: readonly (bigint | undefined)[]): SparseMatrix {
  return filterEntries(weights, (i, j) => {
    const commit = commitBlocks[i];
    return commit === undefined || commit >= (input.blockAtRegistration[j] ?? 0n);
  });
}
