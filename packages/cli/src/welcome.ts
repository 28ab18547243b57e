/** What a started node tells the person in front of it. */

import { encodeSs58 } from '@taonet/crypto/ss58';
import { DEV_PRESET, DEV_PRESET_OF_MAY_2025, LOCALNET_ENDOWMENTS } from '@taonet/runtime';
import type { RunningNode } from '@taonet/node';

export type PresetName = 'dev' | 'localnet' | 'upstream-dev';

/** The funded development keys, a line for each. */
export function fundedKeyLines(): string[] {
  return LOCALNET_ENDOWMENTS.filter(({ uri }) => uri !== undefined).map(({ uri, account, tao }) =>
    `  ${uri!.padEnd(10)} ${encodeSs58(account)}  ${grouped(tao).padStart(9)} TAO`);
}

/** Endpoints, funded keys, and what to try next. */
export function welcome(preset: PresetName, node: Pick<RunningNode, 'endpoints'>): string {
  const [endpoint] = node.endpoints;
  return [
    `taonet: preset ${preset}, spec 425, sudo key //Alice`,
    ...node.endpoints.map((url) => `  ${url}`),
    'Funded keys',
    ...fundedKeyLines(),
    'Try next',
    `  python -c "import bittensor as bt; print(bt.Subtensor('${endpoint}').all_subnets())"`,
    `  btcli subnets list --network ${endpoint}`,
    ...(preset === 'dev' ? ['  taonet node --preset dev --explain    what this preset sets, and why'] : []),
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}

/** What a preset changes against upstream's local network, a line for each. */
export function explainPreset(preset: PresetName, rules: '2026-06' | '2025-05' = '2026-06'): string {
  if (preset !== 'dev') return `Preset ${preset} is upstream's own genesis to the byte: nothing is changed.\n`;
  const rows = rules === '2025-05' ? DEV_PRESET_OF_MAY_2025 : DEV_PRESET;
  const width = Math.max(...rows.map(({ what }) => what.length));
  return [...rows.map(({ what, value, why }) => `${what.padEnd(width)}  ${value}\n${' '.repeat(width + 2)}${why}`), ''].join('\n');
}

/** 1,000,000. Without the host's locales, whose start takes longer than all else here. */
function grouped(tao: bigint): string {
  return String(tao).replace(/\B(?=(\d{3})+$)/g, ',');
}
