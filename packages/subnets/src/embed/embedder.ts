/** A model that turns texts into vectors. */

export interface Embedder {
  /** The name under which it is asked for. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector of `dimensions` numbers for each input, in order. The same input gives the same vector in every process. */
  embed(inputs: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Words and marks of a text, as usage is counted. */
export function countTokens(text: string): number {
  return text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The cosine of the angle between two vectors; 0 when one of them has no length or another number of dimensions. */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0;
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    dot += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  const length = Math.sqrt(aa * bb);
  // A vector of NaN or infinities has no direction.
  return Number.isFinite(length) && length > 0 ? dot / length : 0;
}

/** Little-endian float32 in base64, as the OpenAI dialect sends vectors. */
export function vectorToBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

/** Undefined unless the text holds exactly `dimensions` float32. */
export function vectorFromBase64(text: string, dimensions: number): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== dimensions * 4) return undefined;
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < dimensions; i += 1) vector[i] = bytes.readFloatLE(i * 4);
  return vector;
}
