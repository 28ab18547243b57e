/** A model that answers in words, and can tell whether words are its own. */

import type { ChatAnswer, ChatPiece, ChatRequest } from './chatWire.ts';

/** What one pass over somebody's answer shows. */
export interface Verification {
  /** Share of the tokens that lie within the margin of the model's best. */
  readonly agreement: number;
  /** Whether the model would end here, or the asked number of tokens was reached. */
  readonly finished: boolean;
  /** Whether the text is what the tokens say. */
  readonly textMatches: boolean;
}

export interface ChatModel {
  readonly model: string;
  /** The most likely token, again and again; `onPiece` sees each one as it comes. */
  generate(request: ChatRequest, onPiece?: (piece: ChatPiece) => void, signal?: AbortSignal): Promise<ChatAnswer>;
  verify(request: ChatRequest, answer: ChatAnswer): Promise<Verification>;
  close(): Promise<void>;
}
