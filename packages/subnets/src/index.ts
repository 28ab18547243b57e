/** Package subnets: reference subnets with real models, and the gateway. */
export {};
