import type { AlexaAccount, DeviceGeolocation, HouseholdMember, LinkedAccount, ManagedUnit } from '../api/account.ts';

/** An account as it is now: what was allowed, linked and switched changes while Alexa runs. */
export class Household implements AlexaAccount {
  /** Whether the owner lets skills ask for consent by voice; switched off, a skill that asks is told that it cannot. */
  voiceConsent = true;
  geolocation: DeviceGeolocation | undefined;
  linked: LinkedAccount | undefined;
  readonly #account: AlexaAccount;
  #granted: readonly string[];
  #people: readonly HouseholdMember[];
  #speaker: string | undefined;
  #enablements = 1;

  constructor(account: AlexaAccount) {
    this.#account = account;
    this.#granted = account.grantedPermissions;
    this.#people = account.people ?? [];
    this.geolocation = account.geolocation;
    this.linked = account.linked;
  }

  /** A customer who disables the skill and enables it again gets another id (Alexa Skills Kit documentation, request-and-response-json-reference). */
  get userId(): string {
    return this.#enablements === 1 ? this.#account.userId : `${this.#account.userId}.${this.#enablements}`;
  }

  get customer(): AlexaAccount['customer'] {
    return this.#account.customer;
  }

  get device(): AlexaAccount['device'] {
    return this.#account.device;
  }

  get region(): AlexaAccount['region'] {
    return this.#account.region;
  }

  get unit(): ManagedUnit | undefined {
    return this.#account.unit;
  }

  get grantedPermissions(): readonly string[] {
    return this.#granted;
  }

  get people(): readonly HouseholdMember[] {
    return this.#people;
  }

  /** Whom Alexa takes everyone for who is not named; undefined: a voice that she does not know. */
  get speaker(): string | undefined {
    return this.#speaker;
  }

  /** @throws RangeError when no member of the household has that id. */
  set speaker(id: string | undefined) {
    if (id !== undefined) this.member(id);
    this.#speaker = id;
  }

  /** @throws RangeError when no member of the household has that id. */
  member(id: string): HouseholdMember {
    const found = this.#people.find((person) => person.id === id);
    if (found === undefined)
      throw new RangeError(`no member of the household has that id; ${this.#people.length} voices are known`);
    return found;
  }

  /**
   * Whose voice it is: the member's of that id, or the usual speaker's when none is given.
   * @throws RangeError when no member of the household has that id.
   */
  voiceOf(id: string | undefined): string | undefined {
    return id === undefined ? this.#speaker : this.member(id).id;
  }

  /** Allows the skill these scopes: for the account, or for one of its members alone. */
  grant(scopes: readonly string[], memberId?: string): void {
    if (memberId === undefined) this.#granted = [...new Set([...this.#granted, ...scopes])];
    else
      this.#people = this.#people.map((person) =>
        person.id === memberId
          ? { ...person, grantedPermissions: [...new Set([...(person.grantedPermissions ?? []), ...scopes])] }
          : person,
      );
  }

  /** Allows the skill these scopes for the account, and no others. */
  allowOnly(scopes: readonly string[]): void {
    this.#granted = [...new Set(scopes)];
  }

  /** The skill was disabled: nothing is allowed or linked any more, and the next request is from somebody new. */
  leave(): void {
    this.#granted = [];
    this.#people = this.#people.map((person) => ({
      ...person,
      accessToken: undefined,
      grantedPermissions: [],
    }));
    this.linked = undefined;
    this.#enablements += 1;
  }
}
