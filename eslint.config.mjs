import tseslint from 'typescript-eslint';
import { noFloat, ordered } from './tools/lint/rules.mjs';

const ZONE = ['primitives', 'codec', 'frame', 'yuma', 'pools', 'abi', 'runtime'].map((name) => `packages/${name}/src/**/*.ts`);
const TESTS = ['**/*.test.ts', '**/*.prop.ts'];

/** Names that would let host, clock or chance into the zone. */
const HOST_GLOBALS = ['Date', 'Intl', 'globalThis', 'WeakRef', 'FinalizationRegistry', 'setTimeout', 'setInterval', 'process', 'console', 'fetch', 'performance', 'Error', 'TypeError', 'RangeError'];

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '.cache/**', 'packages/*/assembly/**', '**/*.mjs', '**/*.js'] },
  {
    files: ['packages/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', 'examples/**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Enums are not erasable: use a union or a table.' }],
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-empty': 'error',
    },
  },
  {
    files: ZONE,
    ignores: TESTS,
    plugins: { zone: { rules: { 'no-float': noFloat, ordered } } },
    rules: {
      'zone/no-float': 'error',
      'zone/ordered': 'error',
      'no-restricted-globals': ['error', ...HOST_GLOBALS.map((name) => ({ name, message: 'The deterministic zone has no clock, chance, host or bare errors.' }))],
      'no-restricted-properties': ['error', ...['random', 'sqrt', 'pow', 'exp', 'log', 'log2', 'sin', 'cos'].map((property) => ({ object: 'Math', property, message: 'Makes a fraction or chance.' })),
        { property: 'localeCompare', message: 'Depends on the locale.' }, { property: 'toFixed', message: 'Depends on floats.' }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'The deterministic zone has no host.' }] }],
      'no-restricted-syntax': ['error',
        { selector: 'TSEnumDeclaration', message: 'Enums are not erasable: use a union or a table.' },
        { selector: 'AwaitExpression', message: 'The zone is synchronous.' },
        { selector: ':function[async=true]', message: 'The zone is synchronous.' },
        { selector: 'TryStatement', message: 'Only inLayer (frame) and tryDecode (codec) catch.' },
        { selector: 'ForInStatement', message: 'for…in has no fixed order.' },
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No module state in the zone.' }],
    },
  },
  { files: TESTS, rules: { '@typescript-eslint/no-floating-promises': 'error' } },
);
