/** docs/reference/rpc.md, made from the rows of the registry. */

import type { AnyRow, MethodGroup } from './method.ts';

const HEAD = `# JSON-RPC methods

Made from the registry in \`packages/node/src/rpc\`; do not edit. HTTP POST and WebSocket on one port; parameters by position or by name; hex with or
without \`0x\`; optional trailing parameters may be left out or null. Methods marked *unsafe* are served on loopback only unless \`--unsafe-rpc\` is given.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function params(row: AnyRow): string {
  const names = Object.keys(row.params);
  if (names.length === 0) return '–';
  return names.map((name) => {
    const { optional, says } = row.params[name]!;
    return `${name}${optional ? '?' : ''}: ${cell(says)}`;
  }).join('; ');
}

function names(row: AnyRow): string {
  const all = [row.name, ...(row.aliases ?? [])].map((name) => `\`${name}\``).join(', ');
  const marks = row.unsafe === true ? ' *unsafe*' : '';
  if (row.kind === 'method') return `${all}${marks}`;
  const ends = [row.unsubscribe, ...(row.unsubscribeAliases ?? [])].map((name) => `\`${name}\``).join(', ');
  return `${all}${marks}; ends with ${ends}; sends \`${row.notification}\``;
}

function line(row: AnyRow): string {
  const result = row.kind === 'method' ? row.returns : row.sends;
  return `| ${names(row)} | ${params(row)} | ${cell(result)} | ${cell(row.docs)} |`;
}

export function renderReference(groups: readonly MethodGroup[]): string {
  const parts = groups.map(({ title, rows }) => [`## ${title}`, '', '| method | parameters | answers or sends | |', '|---|---|---|---|', ...rows.map(line), ''].join('\n'));
  return [HEAD, ...parts].join('\n');
}
