/** MevShield: constants. */

export const constants = {} as const;
