/** Who asks, proved by a signature. */
export interface Caller {
  readonly hotkey: string;
  /** The address the connection comes from. */
  readonly ip: string;
  /** How the request was authenticated; a sealed one is btauth inside encryption. */
  readonly via: 'sdk10' | 'btauth' | 'sealed';
  /** The request's nonce, in receipts. */
  readonly nonce: string;
}
