/** Package sdk: a client of the chain, for Node and browsers. */
export {};
