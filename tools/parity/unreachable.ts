/** Errors that the tests of refusals list as unreachable, with their reasons: `describeRefusals(pallet, errors, rows, { Error: reason })`. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const FOLDER = 'packages/runtime/test/refusals';

/** By `Pallet.Error`. */
export function readUnreachable(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(FOLDER)) return found;
  for (const name of readdirSync(FOLDER, { recursive: true }) as string[]) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(name, readFileSync(join(FOLDER, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const lists = constantsOf(source);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'describeRefusals') {
        const [pallet, , , given] = node.arguments;
        const list = given !== undefined && ts.isIdentifier(given) ? lists.get(given.text) : given;
        if (pallet !== undefined && ts.isStringLiteral(pallet) && list !== undefined && ts.isObjectLiteralExpression(list)) note(pallet.text, list, lists);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;

  function note(pallet: string, list: ts.ObjectLiteralExpression, lists: ReadonlyMap<string, ts.Expression>): void {
    for (const row of list.properties) {
      if (!ts.isPropertyAssignment(row)) continue;
      const reason = ts.isIdentifier(row.initializer) ? lists.get(row.initializer.text) : row.initializer;
      if (reason !== undefined && ts.isStringLiteralLike(reason)) found.set(`${pallet}.${row.name.getText()}`, reason.text);
    }
  }
}

function constantsOf(source: ts.SourceFile): Map<string, ts.Expression> {
  const found = new Map<string, ts.Expression>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const one of statement.declarationList.declarations) {
      if (ts.isIdentifier(one.name) && one.initializer !== undefined) found.set(one.name.text, one.initializer);
    }
  }
  return found;
}
