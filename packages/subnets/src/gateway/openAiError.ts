/** Errors as clients of the OpenAI dialect expect them. */

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export class OpenAiError extends Error {
  override readonly name = 'OpenAiError';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, code: string, message: string, options: { readonly param?: string; readonly headers?: Readonly<Record<string, string>> } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = options.param ?? null;
    this.headers = options.headers ?? {};
  }

  get type(): string {
    return this.status === 401 ? 'authentication_error' : this.status === 429 ? 'rate_limit_error' : this.status < 500 ? 'invalid_request_error' : 'api_error';
  }

  get body(): { readonly error: { readonly message: string; readonly type: string; readonly param: string | null; readonly code: string } } {
    return { error: { message: this.message, type: this.type, param: this.param, code: this.code } };
  }

  respond(context: Context): Response {
    return context.json(this.body, this.status, this.headers);
  }
}

export function modelNotFound(model: string, served: readonly string[]): OpenAiError {
  const there = served.length === 0 ? 'No model is served now.' : `Served are: ${served.join(', ')}.`;
  return new OpenAiError(404, 'model_not_found', `The model ${JSON.stringify(model)} is not served here. ${there}`, { param: 'model' });
}
