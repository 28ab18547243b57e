/** What the runtime's code does with declared items, read from its sources: no item is counted because it is declared. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface PalletUses {
  /** Items that some call or hook writes, or hands to code that does. */
  readonly written: Set<string>;
  /** Items that only the genesis writes. */
  readonly atGenesis: Set<string>;
  /** Items that are removed, or go with their subnet. */
  readonly cleared: Set<string>;
  readonly read: Set<string>;
  readonly events: Set<string>;
  readonly errors: Set<string>;
  readonly constants: Set<string>;
}

const ROOT = 'packages/runtime/src';
const PARTS: Readonly<Record<string, 'storage' | 'errors' | 'events' | 'constants'>> = { S: 'storage', E: 'errors', Ev: 'events', C: 'constants' };
const READS: ReadonlySet<string> = new Set(['get', 'tryGet', 'has', 'keys', 'entries', 'rawKeys', 'rawKeysAfter', 'key', 'prefix', 'fallback', 'decodeKey', 'itemPrefix']);

const CLEARS: ReadonlySet<string> = new Set(['remove', 'take', 'clearPrefix']);
/** Lists there hand items over to be removed with their subnet. */
const CLEARING_FILE = /\/removeNetwork\.ts$/;
const GENESIS_FOLDER = /\/genesis\//;
/** What only other rule sets do. */
const NOT_TODAYS = /\/rules\/|\/devPresetMay2025\.ts$/;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });

interface Binding {
  /** Folder of the pallet. */
  readonly pallet: string;
  readonly part: 'storage' | 'errors' | 'events' | 'constants';
}

/** Local names that stand for a pallet's items. */
function bindingsOf(source: ts.SourceFile, path: string): Map<string, Binding> {
  const found = new Map<string, Binding>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const target = normalize(join(dirname(path), statement.moduleSpecifier.text));
    const pallet = /pallets\/(\w+)\/pallet\.ts$/.exec(target)?.[1];
    const named = statement.importClause?.namedBindings;
    if (pallet === undefined || named === undefined || !ts.isNamedImports(named)) continue;
    for (const one of named.elements) {
      const part = PARTS[(one.propertyName ?? one.name).text];
      if (part !== undefined) found.set(one.name.text, { pallet, part });
    }
  }
  return found;
}

/** Uses by folder of the pallet (`subtensor`, `system`). */
export function scanUses(): ReadonlyMap<string, PalletUses> {
  const uses = new Map<string, PalletUses>();
  const of = (pallet: string): PalletUses => {
    const known = uses.get(pallet) ?? { written: new Set(), atGenesis: new Set(), cleared: new Set(), read: new Set(), events: new Set(), errors: new Set(), constants: new Set() };
    uses.set(pallet, known);
    return known;
  };
  for (const path of filesUnder(ROOT).filter((one) => !NOT_TODAYS.test(one))) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const bindings = bindingsOf(source, path);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) note(node, bindings.get(node.expression.text), path);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;

  function note(node: ts.PropertyAccessExpression, binding: Binding | undefined, path: string): void {
    if (binding === undefined) return;
    const found = of(binding.pallet);
    const name = node.name.text;
    if (binding.part === 'storage') found[storageUse(node, path)].add(name);
    else found[binding.part].add(name);
  }
}

/** What becomes of an item at this place; handed on without a method it may be written. */
function storageUse(node: ts.PropertyAccessExpression, path: string): 'written' | 'atGenesis' | 'cleared' | 'read' {
  const outer = node.parent;
  const method = ts.isPropertyAccessExpression(outer) && outer.expression === node ? outer.name.text : undefined;
  if (method !== undefined && READS.has(method)) return 'read';
  if (method === undefined ? CLEARING_FILE.test(path) : CLEARS.has(method)) return 'cleared';
  return GENESIS_FOLDER.test(path) ? 'atGenesis' : 'written';
}
