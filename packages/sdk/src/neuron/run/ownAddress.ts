import { networkInterfaces } from 'node:os';

/**
 * An address of this machine for a local network: the chain refuses 127.0.0.1, so another loopback address, or on macOS, which has no other,
 * the first one of its interfaces.
 */
export function ownAddress(): string {
  if (process.platform !== 'darwin') return '127.0.0.2';
  const outer = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).find(({ family, internal }) => family === 'IPv4' && !internal);
  return outer?.address ?? '127.0.0.2';
}
