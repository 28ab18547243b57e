import { describe, expect, it } from 'vitest';
import { createUseLite } from '../src/index.ts';
import { createRemoteEmbedder, startModelHost } from '../src/embed/modelHost.ts';

describe('model host', () => {
  it('gives the same vectors as the model itself, to those who know the token', async () => {
    const model = await createUseLite();
    const host = await startModelHost(model);
    const remote = createRemoteEmbedder(host.address);
    const inputs = ['one text', 'and another one', ''];
    expect(await Promise.all([remote.embed(inputs), remote.embed(inputs.slice(1))])).toEqual([await model.embed(inputs), (await model.embed(inputs)).slice(1)]);
    const stranger = createRemoteEmbedder({ ...host.address, token: 'no' });
    await expect(stranger.embed(inputs)).rejects.toThrow('refused');
    await Promise.all([remote.close(), stranger.close()]);
    await host.close();
  });
});
