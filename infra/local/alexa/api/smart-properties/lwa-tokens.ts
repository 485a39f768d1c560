import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../../shared/ports/ids.ts';

export const lwaTokenLifetimeSeconds = 3600;

/** Access tokens of Login with Amazon that were given out, each good for an hour. */
export class LwaTokens {
  readonly #expiresAt = new Map<string, number>();
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }) {
    this.#clock = clock;
    this.#ids = ids;
  }

  issue(): string {
    const now = this.#clock.now();
    for (const [token, expiresAt] of this.#expiresAt) if (expiresAt <= now) this.#expiresAt.delete(token);
    const token = `Atza|${Buffer.from(this.#ids.randomBytes(48)).toString('base64url')}`;
    this.#expiresAt.set(token, now + lwaTokenLifetimeSeconds * 1000);
    return token;
  }

  isGood(token: string | undefined): boolean {
    return token !== undefined && (this.#expiresAt.get(token) ?? 0) > this.#clock.now();
  }
}
