/** The gateway: what the subnets make, served in the dialect that programs already speak. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { chatCompletions } from './chat.ts';
import { embeddings } from './embeddings.ts';
import { GatewayCore, MAX_BODY_BYTES, type GatewayOptions } from './gatewayCore.ts';
import { NobodyAnswered } from './miners.ts';
import { Objects } from './objects.ts';
import { addRounds } from './rounds.ts';
import { modelNotFound, OpenAiError } from './openAiError.ts';

/** Routes of the gateway; serve `fetch` on any HTTP server. */
export function createGateway(options: GatewayOptions): Hono {
  const core = new GatewayCore(options);
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof OpenAiError) return error.respond(context);
    if (error instanceof NobodyAnswered) return new OpenAiError(503, 'nobody_answered', error.message, { headers: { 'retry-after': '1' } }).respond(context);
    return new OpenAiError(500, 'internal_error', 'Something went wrong here.').respond(context);
  });
  app.notFound((context) => new OpenAiError(404, 'unknown_route', `There is no ${context.req.method} ${context.req.path}. Routes are /v1/models, /v1/embeddings, /v1/chat/completions, /v1/objects/NAME and /v1/usage.`).respond(context));
  app.use('/v1/embeddings', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => tooLarge().respond(context) }));
  app.use('/v1/chat/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => tooLarge().respond(context) }));
  app.use('/v1/objects/*', bodyLimit({ maxSize: 65 << 20, onError: (context) => tooLarge().respond(context) }));

  const describeModel = (id: string) => ({ id, object: 'model', created: 0, owned_by: `taonet-${core.models[id]!}` });
  app.get('/v1/models', (context) => {
    core.admit(context);
    return context.json({ object: 'list', data: core.served().map(describeModel) });
  });
  app.get('/v1/models/:id', (context) => {
    core.admit(context);
    const id = context.req.param('id');
    if (!core.served().includes(id)) throw modelNotFound(id, core.served());
    return context.json(describeModel(id));
  });
  app.get('/v1/usage', (context) => context.json({ object: 'usage', ...core.usage.of(core.admit(context)) }));
  app.post('/v1/embeddings', (context) => embeddings(context, core));
  app.post('/v1/chat/completions', (context) => chatCompletions(context, core));
  if (options.objectsFolder !== undefined) {
    const objects = new Objects(core, () => options.miners.best('store'), options.objectsFolder);
    app.put('/v1/objects/:name{.+}', (context) => objects.put(context, context.req.param('name')));
    app.get('/v1/objects/:name{.+}', (context) => objects.get(context, context.req.param('name')));
    app.delete('/v1/objects/:name{.+}', (context) => objects.drop(context, context.req.param('name')));
  }
  if (options.transcripts !== undefined) addRounds(app, options.transcripts);
  return app;
}

function tooLarge(): OpenAiError {
  return new OpenAiError(413, 'body_too_large', `The body has more than ${MAX_BODY_BYTES} bytes.`);
}
