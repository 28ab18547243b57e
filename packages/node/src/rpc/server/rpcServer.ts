/** The ports a node is reached at: HTTP and WebSocket on each, on 127.0.0.1 and ::1 unless told otherwise. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperatingError } from '@taonet/primitives';
import type { Dispatcher } from '../dispatcher.ts';
import { httpDoor } from './httpDoor.ts';
import { originCheck } from './originCheck.ts';
import { SocketDoor } from './socketDoor.ts';

export interface RpcServerOptions {
  readonly dispatcher: Dispatcher;
  /** 0 takes a free one. */
  readonly ports: readonly number[];
  /** Undefined: loopback, IPv4 and IPv6. */
  readonly host?: string | undefined;
  /** Unsafe methods and developer controls also on an opened host. */
  readonly unsafeRpc?: boolean | undefined;
  /** Web pages that may connect besides those of this machine. */
  readonly origins?: readonly string[] | undefined;
}

export interface RpcServer {
  /** The ports taken, in the order asked for. */
  readonly ports: readonly number[];
  close(): Promise<void>;
}

const IPV4_LOOPBACK = '127.0.0.1';
const IPV6_LOOPBACK = '::1';
const LOOPBACK_NAMES = new Set([IPV4_LOOPBACK, IPV6_LOOPBACK, 'localhost']);
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;
/** How often another free port is looked for when the one found on IPv4 is taken on IPv6. */
const FREE_PORT_TRIES = 8;

export async function startRpcServer({ dispatcher, ports, host, unsafeRpc, origins }: RpcServerOptions): Promise<RpcServer> {
  const trusted = host === undefined || LOOPBACK_NAMES.has(host) || unsafeRpc === true;
  const isAllowed = originCheck(origins ?? []);
  const sockets = new SocketDoor({ dispatcher, trusted, isAllowed });
  const http = httpDoor({ dispatcher, connection: { trusted, session: undefined }, isAllowed });
  const servers: Server[] = [];
  const listen = async (port: number, address: string): Promise<number> => {
    const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: REQUEST_MS }, http);
    server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
    server.on('clientError', (_error, socket) => socket.destroy());
    const taken = await listenOn(server, port, address);
    servers.push(server);
    return taken;
  };
  const close = async (): Promise<void> => {
    sockets.close();
    await Promise.all(servers.map((server) => new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    })));
  };
  try {
    const taken: number[] = [];
    for (const port of ports) taken.push(host === undefined ? await listenOnLoopback(listen, port) : await listen(port, host));
    return { ports: taken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same port on both loopback addresses; a machine without IPv6 gets the first only. */
async function listenOnLoopback(listen: (port: number, address: string) => Promise<number>, port: number): Promise<number> {
  for (let left = FREE_PORT_TRIES; ; left--) {
    const taken = await listen(port, IPV4_LOOPBACK);
    try {
      await listen(taken, IPV6_LOOPBACK);
      return taken;
    } catch (error) {
      if (!(error instanceof OperatingError) || error.code === 'NoSuchAddress') return taken;
      if (port !== 0 || left === 0) throw error;
    }
  }
}

function listenOn(server: Server, port: number, address: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => fail(listenError(cause, port, address)));
    server.listen({ port, host: address, exclusive: true }, () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      done((server.address() as AddressInfo).port);
    });
  });
}

function listenError(cause: NodeJS.ErrnoException, port: number, address: string): OperatingError {
  const facts = { port, address };
  switch (cause.code) {
    case 'EADDRINUSE': return new OperatingError('PortInUse', `Port ${port} on ${address} is in use.`, { facts, cause, hint: 'End what uses it, or give another --port.' });
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT': return new OperatingError('NoSuchAddress', `This machine has no address ${address}.`, { facts, cause });
    default: return new OperatingError('CannotListen', `Cannot listen on ${address}, port ${port}.`, { facts, cause });
  }
}
