import { OperatingError } from '@taonet/primitives';
import type { Facts } from '@taonet/primitives';

/** Every way the neuron kit can fail by itself: what is said and what to do. */
const NEURON_ERRORS = {
  BadField: ['A field has not the declared form.', 'Compare both ends\' declarations of the synapse.'],
  BadSynapse: ['The synapse cannot be declared so.', undefined],
  BadAuth: ['The request is not authenticated.', 'Keys, clocks (10 s) and the receiver\'s hotkey must be right on both ends.'],
  CannotOpen: ['The sealed message cannot be opened.', 'The sender used another sealing key, or the bytes were changed.'],
  AskFailed: ['The miner did not answer with a stream.', 'The facts hold its status and message.'],
  BadState: ['The state file cannot be read.', 'It is kept as it is: move it away to start anew.'],
  NotRegistered: ['The hotkey has no UID on this subnet.', 'Register it first.'],
} as const satisfies Record<string, readonly [string, string | undefined]>;

export type NeuronErrorCode = keyof typeof NEURON_ERRORS;

/** An OperatingError of the table above. */
export function neuronError(code: NeuronErrorCode, facts: Facts = {}, cause?: unknown): OperatingError {
  const [message, hint] = NEURON_ERRORS[code];
  return new OperatingError(code, message, { facts, ...(hint === undefined ? {} : { hint }), ...(cause === undefined ? {} : { cause }) });
}
