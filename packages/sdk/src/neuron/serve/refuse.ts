import { OperatingError } from '@taonet/primitives';

/** Ends a request from within a handler: `throw refuse(404, 'model_not_found')`. The caller gets status and message. */
export function refuse(status: number, message: string): OperatingError {
  return new OperatingError('Refused', message, { facts: { status } });
}

/** Status and message that a caller is shown for an error; of unknown ones no detail leaves the house. */
export function statusOf(error: unknown): { readonly status: number; readonly message: string; readonly internal: boolean } {
  if (!(error instanceof OperatingError)) return { status: 500, message: 'Internal Server Error', internal: true };
  const { code, facts, message } = error;
  switch (code) {
    case 'Refused':
      return { status: Number(facts['status']), message, internal: false };
    case 'BadAuth':
      return { status: 401, message: `Not Verified with error: ${String(facts['reason'])}`, internal: false };
    case 'BadField':
      return { status: 400, message: `Field ${String(facts['at'])}: expected ${String(facts['expected'])}.`, internal: false };
    case 'CannotOpen':
      return { status: 400, message, internal: false };
    default:
      return { status: 500, message: 'Internal Server Error', internal: true };
  }
}
