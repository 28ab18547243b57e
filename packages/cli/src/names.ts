/** How accounts are shown to people: short, with a name where one is known. */

import { shortAddress } from './amounts.ts';

export const DEV_ADDRESSES: Readonly<Record<string, string>> = {
  '//Alice': '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  '//Bob': '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
  '//Charlie': '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y',
  '//Dave': '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy',
  '//Eve': '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw',
  '//Ferdie': '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL',
};

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(DEV_ADDRESSES).map(([uri, address]) => [address, uri]));

export function shown(address: string): string {
  return NAMES.get(address) ?? shortAddress(address);
}
