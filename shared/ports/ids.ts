/** Identifiers and random bits. Nothing outside an adapter calls crypto for them. */
export interface Ids {
  /** A version 4 UUID, lower case. */
  uuid(): string;
  /** `count` cryptographically strong random bytes. */
  randomBytes(count: number): Uint8Array;
}
