/** The gateway on a port. */

import { serve, type ServerType } from '@hono/node-server';
import { OperatingError } from '@taonet/primitives';
import { createGateway } from './gateway.ts';
import type { GatewayOptions } from './gatewayCore.ts';

export interface ServedGateway {
  /** `http://127.0.0.1:8080/v1`: what clients take as base address. */
  readonly url: string;
  close(): Promise<void>;
}

/** Port 0 takes a free one. refuses: PortInUse */
export async function serveGateway(options: GatewayOptions, { port, host }: { readonly port: number; readonly host: string }): Promise<ServedGateway> {
  const gateway = createGateway(options);
  let server: ServerType;
  const bound = await new Promise<number>((ready, failed) => {
    server = serve({ fetch: gateway.fetch, port, hostname: host }, (address) => ready(address.port));
    server.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'EADDRINUSE'
      ? new OperatingError('PortInUse', `Port ${port} on ${host} is in use.`, { cause: error, hint: 'End what uses it, or give another --gateway-port.' })
      : error));
  });
  return {
    url: `http://${host}:${bound}/v1`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
