/** The runtime as it describes itself under a rule set: its version, and what its storage items read as where nothing is stored. */

import { runtimeDescription, type RuleSwitches } from '@taonet/abi';
import type { PalletDecl, RuntimeDescription } from '@taonet/codec';
import { RULE_SETS } from './ruleSetOf.ts';

export function describeUnder(name: RuleSwitches['rule_set']): RuntimeDescription {
  if (name === 'June2026') return runtimeDescription;
  const { specVersion, defaults } = RULE_SETS[name];
  const change = (pallet: PalletDecl): PalletDecl => {
    if (pallet.name === 'SubtensorModule') return { ...pallet, storage: { ...pallet.storage, ...defaults } };
    if (pallet.name !== 'System') return pallet;
    const { Version: version } = pallet.constants;
    return { ...pallet, constants: { ...pallet.constants, Version: { ...version!, value: { ...(version!.value as object), spec_version: specVersion } } } };
  };
  return { ...runtimeDescription, pallets: runtimeDescription.pallets.map(change) };
}
