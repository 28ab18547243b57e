/** Where miners listen. */

import { badInput } from '../errors.ts';

export interface AxonEndpoint {
  readonly ip: string;
  readonly port: number;
  readonly ipType: 4 | 6;
  /** 0 TCP, 1 UDP, 4 as the official clients write it. */
  readonly protocol: number;
  readonly version: number;
  /** Block at which it was announced. */
  readonly block: number;
}

const V4_PARTS = 4;
const V6_GROUPS = 8;

/** Text of an address as the chain keeps it: a number. */
export function ipToText(ip: bigint, ipType: number): string {
  if (ipType === 4) return Array.from({ length: V4_PARTS }, (_, i) => Number((ip >> BigInt(8 * (V4_PARTS - 1 - i))) & 255n)).join('.');
  return Array.from({ length: V6_GROUPS }, (_, i) => ((ip >> BigInt(16 * (V6_GROUPS - 1 - i))) & 0xffffn).toString(16)).join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}

/** refuses: BadInput */
export function ipFromText(text: string): { readonly ip: bigint; readonly ipType: 4 | 6 } {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.').map(Number);
    if (parts.some((part) => part > 255)) throw badInput('ip', 'an IPv4 or IPv6 address', text);
    return { ip: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), ipType: 4 };
  }
  const [head = '', tail] = text.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), tail === undefined ? [] : groups(tail)];
  const missing = V6_GROUPS - before.length - after.length;
  const all = tail === undefined ? before : [...before, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...after];
  if (all.length !== V6_GROUPS || all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) throw badInput('ip', 'an IPv4 or IPv6 address', text);
  return { ip: all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n), ipType: 6 };
}

interface AxonInfo {
  readonly block: bigint;
  readonly version: number;
  readonly ip: bigint;
  readonly port: number;
  readonly ip_type: number;
  readonly protocol: number;
}

/** Undefined for neurons that never announced one. */
export function endpointOf({ block, version, ip, port, ip_type, protocol }: AxonInfo): AxonEndpoint | undefined {
  if (port === 0 || ip === 0n) return undefined;
  return { ip: ipToText(ip, ip_type), port, ipType: ip_type === 6 ? 6 : 4, protocol, version, block: Number(block) };
}
