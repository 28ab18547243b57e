/** TransactionPayment: errors. */

export const errors = {} as const;
