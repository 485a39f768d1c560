import type { Grant } from './grant.ts';
import { SignedOut } from './session.ts';

/** What came of asking for another access token. `unreachable`: nobody answered, and the old grant may still be good. */
export type Renewal =
  | { readonly kind: 'renewed'; readonly grant: Grant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable'; readonly cause: unknown };

export interface TokenKeeperOptions {
  readonly grant: Grant;
  readonly renew: (grant: Grant) => Promise<Renewal>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** undefined: nobody is signed in any more. */
  readonly onChange: (grant: Grant | undefined) => void;
}

/** A token is renewed when this little is left of it, or a fifth of its life where that is less. */
const marginMs = 30_000;

/** Keeps an access token that is good, renewing it once however many ask. */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  #grant: Grant | undefined;
  #renewing: Promise<string> | undefined;

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
    this.#grant = options.grant;
  }

  /** @see Session.token */
  async token(refused?: string): Promise<string> {
    const grant = this.#grant;
    if (grant === undefined) throw new SignedOut('the sign-in has ended');
    const margin = Math.min(marginMs, (grant.expiresAt - grant.issuedAt) / 5);
    const isGood = this.#options.now() < grant.expiresAt - margin && grant.accessToken !== refused;
    if (isGood) return grant.accessToken;
    this.#renewing ??= this.#renew(grant).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** Somebody has signed in again. */
  replace(grant: Grant): void {
    this.#take(grant);
  }

  /** Nobody is signed in any more, and nobody renews. */
  forget(): void {
    this.#take(undefined);
  }

  async #renew(grant: Grant): Promise<string> {
    const renewal = await this.#options.renew(grant);
    // Somebody signed in again, or out, meanwhile: that counts.
    if (this.#grant !== grant) return this.token();
    switch (renewal.kind) {
      case 'renewed':
        this.#take(renewal.grant);
        return renewal.grant.accessToken;
      case 'refused':
        this.#take(undefined);
        throw new SignedOut('the sign-in has ended');
      case 'unreachable':
        throw new Error('the issuer of tokens did not answer', { cause: renewal.cause });
    }
  }

  #take(grant: Grant | undefined): void {
    this.#grant = grant;
    this.#options.onChange(grant);
  }
}
