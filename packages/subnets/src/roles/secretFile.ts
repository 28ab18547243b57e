/** Secrets of rounds that are not revealed yet, kept over restarts: a round whose secret is lost can never be drawn again. */

import { randomBytes } from 'node:crypto';
import { readState, writeState, type StateForm } from '@taonet/sdk/neuron';

const SECRET_BYTES = 32;

interface RoundSecret {
  readonly round: number;
  /** Hex. */
  readonly secret: string;
}

const FORM: StateForm<readonly RoundSecret[]> = {
  name: 'secrets',
  migrations: [],
  check: (value) => (Array.isArray(value) && value.every(isRoundSecret) ? value : undefined),
};

/** Only its owner can read the file. */
export class SecretFile {
  readonly #path: string;
  #secrets: readonly RoundSecret[];

  private constructor(path: string, secrets: readonly RoundSecret[]) {
    this.#path = path;
    this.#secrets = secrets;
  }

  /** refuses: BadState */
  static async open(path: string): Promise<SecretFile> {
    return new SecretFile(path, await readState(path, FORM) ?? []);
  }

  get(round: number): Buffer | undefined {
    const found = this.#secrets.find((one) => one.round === round);
    return found && Buffer.from(found.secret, 'hex');
  }

  /** The secret of a round that begins; on disk before it is given, so that its hash can be committed. One that was given before is given again. */
  async begin(round: number): Promise<Buffer> {
    const known = this.get(round);
    if (known !== undefined) return known;
    const secret = randomBytes(SECRET_BYTES);
    await this.#save([...this.#secrets, { round, secret: secret.toString('hex') }]);
    return secret;
  }

  /** Forgets what rounds before `round` had. */
  async forgetBefore(round: number): Promise<void> {
    const kept = this.#secrets.filter((one) => one.round >= round);
    if (kept.length < this.#secrets.length) await this.#save(kept);
  }

  async #save(secrets: readonly RoundSecret[]): Promise<void> {
    await writeState(this.#path, FORM, secrets);
    this.#secrets = secrets;
  }
}

function isRoundSecret(value: unknown): value is RoundSecret {
  const { round, secret } = (value ?? {}) as Partial<RoundSecret>;
  return Number.isSafeInteger(round) && typeof secret === 'string' && /^[0-9a-f]{64}$/.test(secret);
}
