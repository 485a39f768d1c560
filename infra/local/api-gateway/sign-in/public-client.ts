/** An application that people sign in to, and that can keep no secret: a page in a browser. */
export interface PublicClient {
  readonly clientId: string;
  /** Where codes may be sent: to these addresses, as they are written. */
  readonly redirectUris: readonly string[];
  /** Where people may be sent who have signed out. */
  readonly logoutUris: readonly string[];
  /** What it may ask for, "openid" among it. People get of it what their groups may. */
  readonly scopes: readonly string[];
}
