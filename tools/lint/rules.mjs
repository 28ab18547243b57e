/** Two typed rules that fence the deterministic zone: no fractions, no order that depends on history. */
import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

const create = ESLintUtils.RuleCreator((name) => `CONTRIBUTING.md#${name}`);

const isNumber = (type) => type.isUnion() ? type.types.some(isNumber) : (type.flags & ts.TypeFlags.NumberLike) !== 0;

export const noFloat = create({
  name: 'no-float',
  meta: {
    type: 'problem',
    docs: { description: 'arithmetic that can leave the integers' },
    messages: { divide: '`{{op}}` on numbers can make a fraction: use bigint or a shift.', literal: 'A literal with a fraction has no place in the zone.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const check = (node, left, op) => { if (isNumber(services.getTypeAtLocation(left))) context.report({ node, messageId: 'divide', data: { op } }); };
    return {
      'BinaryExpression[operator="/"], BinaryExpression[operator="**"]': (node) => {
        const literal = (side) => side.type === 'Literal' && typeof side.value === 'number';
        if (node.operator === '**' && literal(node.left) && literal(node.right)) return;
        check(node, node.left, node.operator);
      },
      'AssignmentExpression[operator="/="], AssignmentExpression[operator="**="]': (node) => check(node, node.left, node.operator),
      Literal: (node) => { if (typeof node.value === 'number' && !Number.isInteger(node.value)) context.report({ node, messageId: 'literal' }); },
    };
  },
});

const UNORDERED = new Set(['Map', 'Set', 'MapIterator', 'SetIterator', 'WeakMap', 'WeakSet', 'ReadonlyMap', 'ReadonlySet']);
const isUnordered = (type) => type.isUnion() ? type.types.some(isUnordered) : UNORDERED.has(type.getSymbol()?.getName() ?? '');

export const ordered = create({
  name: 'ordered',
  meta: {
    type: 'problem',
    docs: { description: 'iteration in an order that depends on history' },
    messages: { order: 'The order of a Map or Set depends on history: sort its keys first, or use SortedMap.', sort: 'sort() without a comparison orders by text: fine for hex keys only, say so with a comparison.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const check = (node) => { if (isUnordered(services.getTypeAtLocation(node))) context.report({ node, messageId: 'order' }); };
    const sortsAtOnce = (array) => array.parent.type === 'MemberExpression' && ['sort', 'toSorted'].includes(array.parent.property.name);
    return {
      ForOfStatement: (node) => check(node.right),
      SpreadElement: (node) => { if (!(node.parent.type === 'ArrayExpression' && node.parent.elements.length === 1 && sortsAtOnce(node.parent))) check(node.argument); },
      'CallExpression[callee.property.name="forEach"]': (node) => check(node.callee.object),
      'CallExpression[callee.object.name="Array"][callee.property.name="from"]': (node) => { if (!sortsAtOnce(node)) check(node.arguments[0]); },
    };
  },
});
