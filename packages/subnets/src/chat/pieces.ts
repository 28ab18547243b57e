/** An answer as it comes: its pieces one by one, the whole last. */

import type { ChatAnswer, ChatPiece } from './chatWire.ts';

export type ChatLine = { readonly piece: ChatPiece } | { readonly answer: ChatAnswer };

/** `generate` calls what it is given with each piece; whoever reads slowly finds them waiting. */
export async function* linesOf(generate: (onPiece: (piece: ChatPiece) => void) => Promise<ChatAnswer>): AsyncGenerator<ChatLine, void> {
  const waiting: ChatPiece[] = [];
  let wake = (): void => undefined;
  let answer: ChatAnswer | undefined;
  const done = generate((piece) => {
    waiting.push(piece);
    wake();
  }).then((whole) => { answer = whole; });
  done.catch(() => undefined);
  for (;;) {
    const piece = waiting.shift();
    if (piece !== undefined) yield { piece };
    else if (answer !== undefined) break;
    else await Promise.race([done, new Promise<void>((resolve) => { wake = resolve; })]);
  }
  yield { answer };
}
