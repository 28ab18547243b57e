/** What a node may send: JSON-RPC answers and notifications in their form, and no word of a mistake of its own. */

interface Message {
  readonly jsonrpc?: unknown;
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly data?: unknown };
  readonly method?: unknown;
}

const INTERNAL_ERROR = -32603;
/** Refusals of ours that clients know as internal errors. */
const HONEST_INTERNAL = /^The answer is too big/;

/** What is wrong with the text of an answer, a batch of answers or a notification; undefined: nothing. */
export function wrongIn(text: string): string | undefined {
  if (text === '') return undefined;
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return `no JSON: ${text.slice(0, 200)}`;
  }
  if (!Array.isArray(message)) return wrongInOne(message as Message);
  if (message.length === 0) return 'an empty batch of answers';
  for (const one of message as Message[]) {
    const wrong = wrongInOne(one);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongInOne(message: Message): string | undefined {
  const shown = JSON.stringify(message).slice(0, 400);
  if (message.jsonrpc !== '2.0') return `not JSON-RPC 2.0: ${shown}`;
  if (message.method !== undefined) return message.id === undefined ? undefined : `a notification with an id: ${shown}`;
  if (message.id === undefined) return `an answer without id: ${shown}`;
  if ((message.result === undefined) === (message.error === undefined)) return `neither result nor error, or both: ${shown}`;
  return message.error === undefined ? undefined : wrongInError(message.error, shown);
}

function wrongInError({ code, message, data }: NonNullable<Message['error']>, shown: string): string | undefined {
  if (!Number.isInteger(code) || typeof message !== 'string') return `an error without code or message: ${shown}`;
  if (code === INTERNAL_ERROR && !HONEST_INTERNAL.test(String(data))) return `an internal error: ${shown}`;
  return undefined;
}

/** The code in `Execution aborted due to trap: Name_of_call: DefectCode`; undefined when the answer is something else. */
export function trapIn(text: string): string | undefined {
  return /Execution aborted due to trap: (\w+: [A-Z]\w+)"/.exec(text)?.[1];
}
