/** Constants of a membership. */

export const constants = {} as const;
