/** One version of a secret. */
export interface SecretVersion {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970; undefined when Secrets Manager does not say. */
  readonly createdAt: number | undefined;
}

/** What there is of a secret, without its texts. */
export interface DescribedSecret {
  /** The staging labels of each version that has any. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** When a rotation last came to its end, in milliseconds since 1970; undefined: never. */
  readonly lastRotatedAt: number | undefined;
}

/** The versions of secrets, as a rotation sees them. Whatever fails rejects with a RotationError. */
export interface SecretVersions {
  describe(secret: string): Promise<DescribedSecret>;
  /** The version that is in force; undefined: the secret has never had a text. */
  current(secret: string): Promise<SecretVersion | undefined>;
  /** Undefined: it has no text yet. */
  version(secret: string, id: string): Promise<SecretVersion | undefined>;
  /** Gives a pending version its text. One that has a text keeps it. */
  putPending(secret: string, id: string, text: string): Promise<void>;
  /** Puts a version in force; rejects when the one that is in force is another than `instead`. */
  makeCurrent(secret: string, id: string, instead: string | undefined): Promise<void>;
}
