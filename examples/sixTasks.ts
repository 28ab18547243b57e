/** Six things that everybody does first. usage: `taonet node`, then `node tools/run.mjs examples/sixTasks.ts` */
import { connect, tao, wallet } from '@taonet/sdk';

const c = await connect('local', { wallet: wallet.dev('alice') });
console.log((await c.balance()).free);
for (const s of await c.subnets()) console.log(s.netuid, s.name, s.price);
const stake = c.stake({ netuid: 1, hotkey: 'alice', amount: tao('1'), maxSlippage: '1%' });
console.log(await stake.plan());
console.log(String(await stake.send()));
const mg = await c.metagraph(1);
for (const n of mg.miners) console.log(n.uid, n.hotkey, n.incentive);
const w = await c.setWeights({ netuid: 1, weights: { 0: 0.5, 1: 0.3, 2: 0.2 } });
console.log(w.path, w.revealsAt);
await c.close();
