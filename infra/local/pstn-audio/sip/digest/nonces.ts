import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../../shared/ports/ids.ts';

export type NonceUse =
  /** Ours, in time, and its count is new. */
  | 'fresh'
  /** Ours, but too old, or its count was seen before: whoever has the password may try again with a new one. */
  | 'stale'
  /** Not of our making. */
  | 'foreign';

/**
 * Nonces that carry their time and a seal (RFC 7616 §5.4), so that those handed out need not be remembered. Remembered
 * is the highest count of each one that was used, until it is too old.
 */
export class Nonces {
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #lifetime: number;
  readonly #secret: Uint8Array;
  /** In the order of first use. */
  readonly #used = new Map<string, { count: number; readonly until: number }>();

  constructor({ ids, clock, lifetime }: { readonly ids: Ids; readonly clock: Clock; readonly lifetime: number }) {
    this.#ids = ids;
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#secret = ids.randomBytes(32);
  }

  issue(): string {
    const body = `${this.#clock.now().toString(36)}.${Buffer.from(this.#ids.randomBytes(12)).toString('base64url')}`;
    return `${body}.${this.#seal(body)}`;
  }

  /** Looks at a nonce that came with the right password, and takes note of its count. */
  use(nonce: string, count: number): NonceUse {
    const at = nonce.lastIndexOf('.');
    const body = nonce.slice(0, Math.max(at, 0));
    if (!equal(nonce.slice(at + 1), this.#seal(body))) return 'foreign';
    const until = Number.parseInt(body, 36) + this.#lifetime;
    this.#forgetOld();
    const used = this.#used.get(nonce);
    if (this.#clock.now() >= until || count <= (used?.count ?? 0)) return 'stale';
    if (used === undefined) this.#used.set(nonce, { count, until });
    else used.count = count;
    return 'fresh';
  }

  /** How many nonces are remembered. */
  get remembered(): number {
    return this.#used.size;
  }

  #seal(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url').slice(0, 22);
  }

  #forgetOld(): void {
    const now = this.#clock.now();
    for (const [nonce, { until }] of this.#used) {
      if (until > now) return;
      this.#used.delete(nonce);
    }
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
