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
  /** What a renewal gave that was under way when the person signed out. */
  readonly onUnwanted: (grant: Grant) => void;
}

/** A token is renewed when this little is left of it, or a fifth of its life where that is less. */
const marginMs = 30_000;

/** Keeps an access token that is good, renewing it once however many ask. */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  #grant: Grant | undefined;
  #renewing: Promise<string> | undefined;
  #isOver = false;

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
    if (this.#isOver) this.#options.onUnwanted(grant);
    else this.#take(grant);
  }

  /** The person signs out: nothing that is under way signs them in again. @returns what they were signed in with. */
  signOut(): Grant | undefined {
    const grant = this.#grant;
    this.#isOver = true;
    this.#grant = undefined;
    return grant;
  }

  async #renew(grant: Grant): Promise<string> {
    const renewal = await this.#options.renew(grant);
    if (this.#isOver && renewal.kind === 'renewed') this.#options.onUnwanted(renewal.grant);
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
