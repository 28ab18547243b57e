/**
 * A protocol violation from discovery to remedy: a validator copies another's weights, the triumvirate proposes to hide weights until they
 * count, the senate agrees, root closes the vote, and copying is over. Then a seizure of power is voted down, and a rule is changed by vote.
 */

import { journey, Network, step } from './kit/journey.ts';

const HONEST = '--wallet-name //Alice --hotkey //Alice//validator';
const COPYIST = '--wallet-name //One';

interface Bodies {
  readonly triumvirate: readonly string[];
  readonly senate: readonly string[];
  readonly proposals: readonly { readonly index: number; readonly threshold: number; readonly standing: string }[];
}
interface Closed {
  readonly approved: boolean;
  readonly yes: number;
  readonly no: number;
  readonly outcome: { readonly type: string } | null;
}
interface Switches {
  readonly rule_set: string;
  readonly pool: string;
  readonly pow_registration: boolean;
  readonly governance: boolean;
}

await journey(async () => {
  const network = await Network.start();
  try {
    await copying(network);
    await seizure(network);
    await ruleChange(network);
  } finally {
    await network.stop();
  }
});

/** The weights of the validator at `uid` as the chain shows them to everybody. */
function weightsOf(network: Network, uid: number): Promise<readonly (readonly [uid: number, weight: number])[]> {
  return network.query(`SubtensorModule.Weights 1 ${uid}`);
}

async function copying(network: Network): Promise<void> {
  const bodies = await network.json<Bodies>('gov list');
  step('three sit in the triumvirate, three in the senate', [bodies.triumvirate.length, bodies.senate.length], [3, 3]);

  await network.run('fund //One 30000');
  const { uid } = await network.write<{ uid: number }>(`subnets register 1 ${COPYIST}`);
  await network.write(`stake add --netuid 0 --amount 25000 ${COPYIST} --yes`);
  await network.json('advance 25');
  const permits = await network.query<boolean[]>('SubtensorModule.ValidatorPermit 1');
  step(`//One registers on subnet 1 as ${uid}, stakes, and gets a validator permit`, permits[uid], true);

  await network.json(`weights set 1 0=1 2=3 3=2 ${HONEST}`);
  const honest = await weightsOf(network, 1);
  await network.json(`tx SubtensorModule.set_weights netuid=1 dests=${honest.map(([to]) => to).join()} weights=${honest.map(([, weight]) => weight).join()} version_key=0 --signer hotkey ${COPYIST}`);
  step('the violation: //One, which examined nobody, sets what it read from //Alice//validator', await weightsOf(network, uid), honest);

  const remedy = 'AdminUtils.sudo_set_commit_reveal_weights_enabled netuid=1 enabled=true';
  step('nobody changes the subnet alone', await network.refusal(`tx ${remedy} --wallet-name //Bob`), 'BadOrigin');
  step('a senator cannot propose', await network.refusal(`gov propose ${remedy} --wallet-name //Dave`), 'Triumvirate.NotMember');
  const proposal = await network.write<{ index: number; hash: string; threshold: number }>(`gov propose ${remedy} --wallet-name //Bob`);
  step('//Bob of the triumvirate proposes to hide weights until they count; two of three senators must agree', [proposal.index, proposal.threshold], [0, 2]);
  step('the same proposal is not open twice', await network.refusal(`gov propose ${remedy} --wallet-name //Charlie`), 'Triumvirate.DuplicateProposal');

  step('the copyist has no vote', await network.refusal(`gov vote 0 no ${COPYIST}`), 'SubtensorModule.NotSenateMember');
  step('nor does it vote with another\'s hotkey', await network.refusal('gov vote 0 no --wallet-name //One --hotkey //Dave'), 'SubtensorModule.NonAssociatedColdKey');
  const dave = await network.write<{ yes: number; no: number }>('gov vote 0 yes --wallet-name //Dave');
  step('//Dave votes yes', [dave.yes, dave.no], [1, 0]);
  step('and cannot vote twice', await network.refusal('gov vote 0 yes --wallet-name //Dave'), 'Triumvirate.DuplicateVote');
  const ferdie = await network.write<{ yes: number; no: number }>(`gov vote ${proposal.hash} no --wallet-name //Ferdie`);
  step('//Ferdie votes no', [ferdie.yes, ferdie.no], [1, 1]);
  step('one to one with a vote missing: it is too early to close', await network.refusal('gov close 0 --wallet-name //Alice'), 'Triumvirate.TooEarlyToCloseProposal');
  const eve = await network.write<{ yes: number; no: number }>('gov vote 0 yes --wallet-name //Eve');
  step('//Eve votes yes', [eve.yes, eve.no], [2, 1]);

  step('without the sudo key nobody closes', await network.refusal('gov close 0 --wallet-name //Bob'), 'Sudo.RequireSudo');
  const closed = await network.write<Closed>('gov close 0 --wallet-name //Alice');
  step('root closes the vote: approved by two to one, and the call is made as root', [closed.approved, closed.yes, closed.no, closed.outcome?.type], [true, 2, 1, 'Ok']);
  step('nothing is open', (await network.json<Bodies>('gov list')).proposals, []);
  step('weights of subnet 1 are hidden from now on', await network.query('SubtensorModule.CommitRevealWeightsEnabled 1'), true);

  step('the remedy: weights in the open are refused', await network.refusal(`tx SubtensorModule.set_weights netuid=1 dests=0,2,3 weights=1,3,2 version_key=0 --signer hotkey ${COPYIST}`), 'SubtensorModule.CommitRevealEnabled');
  const before = await weightsOf(network, 1);
  await network.json(`weights set 1 0=3 2=1 ${HONEST}`);
  step('what //Alice//validator thinks now is not on the chain to be copied', await weightsOf(network, 1), before);
}

async function seizure(network: Network): Promise<void> {
  const now = await network.query<Switches>('Rules.Active');
  const coup = `Rules.set_rules 'switches=${JSON.stringify({ ...now, governance: false })}'`;
  const { index } = await network.write<{ index: number }>(`gov propose ${coup} --wallet-name //Charlie`);
  step('//Charlie proposes to switch governance off', index, 1);
  await network.write(`gov vote ${index} no --wallet-name //Dave`);
  await network.write(`gov vote ${index} no --wallet-name //Eve`);
  step('two senators are against: it can only be dropped', (await network.json<Bodies>('gov list')).proposals[0]?.standing, 'dropped');
  const closed = await network.write<Closed>(`gov close ${index} --wallet-name //Alice`);
  step('it is dropped', [closed.approved, closed.no, closed.outcome], [false, 2, null]);
  step('governance stays', await network.query('Rules.Active'), now);
}

async function ruleChange(network: Network): Promise<void> {
  const { members } = await network.write<{ members: string[] }>(`gov seat //Alice//validator ${HONEST}`);
  step('//Alice//validator sits on root and takes a free seat in the senate', members.length, 4);
  const now = await network.query<Switches>('Rules.Active');
  const rules = { ...now, pow_registration: !now.pow_registration };
  const { index, threshold } = await network.write<{ index: number; threshold: number }>(`gov propose Rules.set_rules 'switches=${JSON.stringify(rules)}' --wallet-name //Alice`);
  step('of four senators three must agree', threshold, 3);
  for (const senator of ['--wallet-name //Dave', '--wallet-name //Ferdie', HONEST]) await network.write(`gov vote ${index} yes ${senator}`);
  const closed = await network.write<Closed>(`gov close ${index} --wallet-name //Alice`);
  step('they do, and the rules are to change', [closed.approved, closed.yes, closed.outcome?.type], [true, 3, 'Ok']);
  await network.json('advance 1');
  step('from the next block on registration by work is another', await network.query('Rules.Active'), rules);
}
