import type { AlexaAccount } from '../../alexa/api/account.ts';

/** What of an account is somebody else's for the length of one conversation. */
export type Borrower = Partial<Pick<AlexaAccount, 'userId' | 'customer' | 'device'>>;

/** The account of the local Alexa, which others than its owner may have for a while: callers whom an operator has made up. */
export class BorrowedAccount implements AlexaAccount {
  readonly #owner: AlexaAccount;
  #borrower: Borrower = {};

  constructor(owner: AlexaAccount) {
    this.#owner = owner;
  }

  get userId(): string {
    return this.#borrower.userId ?? this.#owner.userId;
  }

  get customer(): AlexaAccount['customer'] {
    return this.#borrower.customer ?? this.#owner.customer;
  }

  get device(): AlexaAccount['device'] {
    return this.#borrower.device ?? this.#owner.device;
  }

  get region(): AlexaAccount['region'] {
    return this.#owner.region;
  }

  get grantedPermissions(): readonly string[] {
    return this.#owner.grantedPermissions;
  }

  get people(): AlexaAccount['people'] {
    return this.#owner.people;
  }

  get linked(): AlexaAccount['linked'] {
    return this.#owner.linked;
  }

  get geolocation(): AlexaAccount['geolocation'] {
    return this.#owner.geolocation;
  }

  get unit(): AlexaAccount['unit'] {
    return this.#owner.unit;
  }

  /** One at a time; `{}` gives it back to its owner. */
  lend(borrower: Borrower): void {
    this.#borrower = borrower;
  }
}
