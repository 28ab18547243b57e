import { neuronError } from '../errors.ts';
import { checkBody } from '../synapse/field.ts';
import type { StreamForm } from '../synapse/synapse.ts';

const LINE_MAX = 4 * 1024 * 1024;

/** Pieces of a stream: text as it comes, cut at character borders only; or checked objects, one a line. refuses: BadField */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, form: StreamForm): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const decoded = decoder.decode(chunk, { stream: true });
    if (form === 'text' || form === undefined) {
      if (decoded !== '') yield decoded;
      continue;
    }
    const lines = (rest + decoded).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_MAX) throw neuronError('BadField', { at: 'stream', expected: 'a shorter line' });
    for (const line of lines) if (line.trim() !== '') yield checkBody(form, parseLine(line));
  }
  if (form !== 'text' && form !== undefined && rest.trim() !== '') yield checkBody(form, parseLine(rest));
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw neuronError('BadField', { at: 'stream', expected: 'a line of JSON' }, cause);
  }
}
