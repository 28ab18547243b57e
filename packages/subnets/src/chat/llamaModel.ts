/** A GGUF model run by llama.cpp on the processor, with packages that `taonet models add` installed beside the weights. */

import { pathToFileURL } from 'node:url';
import type { ChatAnswer, ChatRequest } from './chatWire.ts';
import type { ChatModel } from './chatModel.ts';

/** What we use of node-llama-cpp 3. */
interface LlamaModule {
  getLlama(options: object): Promise<{ loadModel(options: object): Promise<LlamaModel> }>;
}
interface LlamaModel {
  tokenize(text: string, special?: boolean): number[];
  detokenize(tokens: readonly number[]): string;
  isEogToken(token: number): boolean;
  createContext(options: object): Promise<{ getSequence(): LlamaSequence }>;
  dispose(): Promise<void>;
}
interface LlamaSequence {
  clearHistory(): Promise<void>;
  evaluate(tokens: readonly number[], options: object): AsyncIterable<number>;
  controlledEvaluate(input: readonly unknown[]): Promise<readonly ({ readonly next: { readonly logits: ReadonlyMap<number, number> } } | undefined)[]>;
}

export interface LlamaFiles {
  /** Name under which it is asked for. */
  readonly model: string;
  /** The weights. */
  readonly gguf: string;
  /** Entry file of node-llama-cpp. */
  readonly engine: string;
}

const CONTEXT_TOKENS = 2_048;
/** A token counts as the model's own when its logit is this close to the best: rounding differs between processors. */
const MARGIN = 0.35;

/** Loads the weights: about a second and 300 MB. */
export async function createLlamaModel({ model: name, gguf, engine }: LlamaFiles): Promise<ChatModel> {
  const { getLlama } = await import(pathToFileURL(engine).href) as LlamaModule;
  // One thread: on shared cores two are several times slower.
  const llama = await getLlama({ gpu: false, build: 'never', skipDownload: true, maxThreads: 1, logLevel: 'error' });
  const model = await llama.loadModel({ modelPath: gguf, useMmap: true });
  const sequence = (await model.createContext({ contextSize: CONTEXT_TOKENS, threads: 1 })).getSequence();
  const promptOf = ({ messages }: ChatRequest): number[] => {
    const turns = messages.map(({ role, content }) => `<|im_start|>${role}\n${content.replaceAll('<|', '< |')}<|im_end|>\n`).join('');
    return model.tokenize(`${turns}<|im_start|>assistant\n`, true).slice(-(CONTEXT_TOKENS - 600));
  };
  return {
    model: name,
    async generate(request, onPiece, signal): Promise<ChatAnswer> {
      const prompt = promptOf(request);
      const tokens: number[] = [];
      let told = '';
      await sequence.clearHistory();
      for await (const token of sequence.evaluate(prompt, { temperature: 0 })) {
        signal?.throwIfAborted();
        if (model.isEogToken(token)) break;
        tokens.push(token);
        // A character may need several tokens: pieces are cut where the text is whole.
        const text = model.detokenize(tokens);
        if (!text.endsWith('\uFFFD')) {
          onPiece?.({ token, text: text.slice(told.length) });
          told = text;
        }
        if (tokens.length === request.max_tokens) break;
      }
      // Whether the end token is given out or ends the iteration depends on the engine's options: the count tells either way.
      const finish = tokens.length === request.max_tokens ? 'length' : 'stop';
      return { text: model.detokenize(tokens), tokens, finish_reason: finish, prompt_tokens: prompt.length };
    },
    async verify(request, { tokens, text, finish_reason: reason }) {
      const prompt = promptOf(request);
      const all = [...prompt, ...tokens];
      await sequence.clearHistory();
      const judged = await sequence.controlledEvaluate(all.map((token, i) => i >= prompt.length - 1 ? [token, { generateNext: { logits: true } }] : token));
      const next = judged.filter((one) => one !== undefined).map(({ next: { logits } }) => logits);
      const agreed = tokens.filter((token, i) => isBest(next[i]!, token)).length;
      const mayEnd = (): boolean => [...next.at(-1)!.keys()].some((token) => model.isEogToken(token) && isBest(next.at(-1)!, token));
      const finished = reason === 'length' ? tokens.length === request.max_tokens : mayEnd();
      return { agreement: tokens.length === 0 ? 0 : agreed / tokens.length, finished, textMatches: model.detokenize(tokens) === text };
    },
    close: () => model.dispose(),
  };
}

function isBest(logits: ReadonlyMap<number, number>, token: number): boolean {
  const own = logits.get(token);
  if (own === undefined) return false;
  for (const logit of logits.values()) if (logit > own + MARGIN) return false;
  return true;
}
