/** TransactionPayment: calls. */

export const calls = {} as const;
