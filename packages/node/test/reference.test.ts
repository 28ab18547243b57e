import { expect, it } from 'vitest';
import { GROUPS } from '../src/rpc/registry.ts';
import { renderReference } from '../src/rpc/reference.ts';

/** After a change of a row: `npx vitest run packages/node/test/reference -u`. */
it('docs/reference/rpc.md is what the registry says', async () => {
  await expect(renderReference(GROUPS)).toMatchFileSnapshot('../../../docs/reference/rpc.md');
});

it('every name is there once', () => {
  const names = GROUPS.flatMap(({ rows }) => rows).flatMap((row) => [
    row.name, ...(row.aliases ?? []), ...(row.kind === 'subscription' ? [row.unsubscribe, ...(row.unsubscribeAliases ?? [])] : []),
  ]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
