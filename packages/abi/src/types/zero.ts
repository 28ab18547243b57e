/** All-zero names, the defaults of absent accounts and hashes. */

export const ZERO_32 = '00'.repeat(32);
export const ZERO_20 = '00'.repeat(20);
