/** Somebody who may sign in to the local cloud: nobody's password is asked for. */
export interface Person {
  /** As the sign-in page and `username` name them. */
  readonly id: string;
  readonly name: string;
  /** On a domain that is nobody's (RFC 2606 §3). */
  readonly email: string;
  /** Groups of the user pool. */
  readonly groups: readonly string[];
}

/** A person who has an id of their own, as a user of a pool has. */
export interface KnownPerson extends Person {
  /** A UUID. */
  readonly sub: string;
}

/** One of each group of the console, two who change the same tables, and one of no group. */
export const localPeople: readonly Person[] = [
  { id: 'olivia', name: 'Olivia Operator', email: 'olivia@example.com', groups: ['operator'] },
  { id: 'oscar', name: 'Oscar Operator', email: 'oscar@example.com', groups: ['operator'] },
  { id: 'andy', name: 'Andy Agent', email: 'andy@example.com', groups: ['agent'] },
  { id: 'vera', name: 'Vera Viewer', email: 'vera@example.com', groups: ['viewer'] },
  { id: 'nobody', name: 'Nobody Noone', email: 'nobody@example.com', groups: [] },
];
