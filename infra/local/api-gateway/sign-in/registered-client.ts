/** A machine that may ask for tokens, such as a contact centre's CRM. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it may ask for; all of it when it does not say. */
  readonly scopes: readonly string[];
}
