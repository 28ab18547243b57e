/**
 * Scenarios of spec 273 on a runtime that speaks the wire of spec 425: calls are rewritten where today's have another argument,
 * events and errors are compared by name and fields.
 */

import { subnetIdentityV2, subnetIdentityV3, subtensorModule } from '@taonet/abi';
import { decode, encode } from '@taonet/codec';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { ERRORS_273, EVENTS_273 } from './names273.ts';

const SUBTENSOR = '07';
const hexByte = (value: number): string => value.toString(16).padStart(2, '0');
const today = subtensorModule.events as Readonly<Record<string, { readonly index: number } | undefined>>;
const errors = subtensorModule.errors as Readonly<Record<string, number | undefined>>;

const NO_LOGO = new Uint8Array();

function withLogo(identity: string): string {
  return bytesToHex(encode(subnetIdentityV3, { ...decode(subnetIdentityV2, hexToBytes(identity)), logo_url: NO_LOGO }));
}

/** Arguments after pallet and call index, by call, where today's differ. */
const ARGUMENTS: Readonly<Record<string, (args: string) => string>> = {
  // An optional subnet came in later.
  swap_hotkey: (args) => `${args}00`,
  // A logo came in later.
  set_subnet_identity: (args) => args.slice(0, 4) + withLogo(args.slice(4)),
  register_network_with_identity: (args) => (args.length === 66 ? args : args.slice(0, 66) + withLogo(args.slice(66))),
};

/** Calls whose arguments of then stand under another name today. */
const RENAMED: Readonly<Record<string, keyof typeof subtensorModule.calls>> = { associate_evm_key: 'associate_evm_key_of_hotkey' };

/** SCALE of a call as today's wire has it. */
export function callToday(name: string, scale: string): string {
  const renamed = RENAMED[name];
  if (renamed !== undefined) return SUBTENSOR + hexByte(subtensorModule.calls[renamed].index) + scale.slice(4);
  const change = ARGUMENTS[name];
  return change === undefined ? scale : scale.slice(0, 4) + change(scale.slice(4));
}

/** Module errors of SubtensorModule in SCALE of a DispatchError, by today's index. */
export function errorToday(scale: string): string {
  if (!scale.startsWith(`03${SUBTENSOR}`)) return scale;
  const name = ERRORS_273[Number.parseInt(scale.slice(4, 6), 16)]!;
  const index = errors[name];
  return index === undefined ? `${name} is not declared` : `03${SUBTENSOR}${hexByte(index)}${scale.slice(6)}`;
}

/** Fields of events that were others then. */
const FIELDS: Readonly<Record<string, (fields: string) => string>> = {
  // Followed by what the swap cost.
  ColdkeySwapped: (fields) => fields.slice(0, 128),
  BatchWeightItemFailed: (fields) => errorToday(fields),
};
/** Fields of today's events that were not there then. */
const LATER_FIELDS: Readonly<Record<string, (fields: string) => string>> = {
  // Preceded by the subnet.
  BatchWeightItemFailed: (fields) => fields.slice(4),
};

/** Events outside SubtensorModule that carry a DispatchError: Utility, Triumvirate, Scheduler. */
const errorsInside = (event: string): string => event.replace(/0307([0-9a-f]{2})000000/g, (whole) => errorToday(whole));

/** An upstream event of spec 273, spelled so that it can be compared. */
export function eventOfThen(event: string): string {
  if (!event.startsWith(SUBTENSOR)) return errorsInside(event);
  const name = EVENTS_273[Number.parseInt(event.slice(2, 4), 16)]!;
  const fields = event.slice(4);
  const row = today[name];
  return row === undefined ? `${name} is not declared` : SUBTENSOR + hexByte(row.index) + (FIELDS[name]?.(fields) ?? fields);
}

/** One of our events, spelled the same way. */
export function eventOfOurs(event: string): string {
  if (!event.startsWith(SUBTENSOR)) return event;
  const index = Number.parseInt(event.slice(2, 4), 16);
  const name = Object.keys(today).find((one) => today[one]!.index === index);
  const change = name === undefined ? undefined : LATER_FIELDS[name];
  return change === undefined ? event : event.slice(0, 4) + change(event.slice(4));
}
