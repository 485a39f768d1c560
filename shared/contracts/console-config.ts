import * as z from 'zod';

/** Of `/config.json` beside the web application: where it stands. Written by whoever serves it. */
export const consoleConfigSchema = z.object({
  /** Base path of the console API, on the same origin: "/api". */
  api: z.string(),
  /** OpenID Connect as Amazon Cognito's managed login speaks it: authorization code with PKCE (RFC 7636). */
  signIn: z.object({
    issuer: z.url(),
    authorizationEndpoint: z.url(),
    tokenEndpoint: z.url(),
    /** Amazon Cognito developer guide, logout-endpoint: `client_id` and `logout_uri`. */
    logoutEndpoint: z.url(),
    clientId: z.string(),
    scopes: z.array(z.string()),
  }),
  /** Base path of what the local cloud can do beside: people's phones, calls placed for real. Absent on AWS. */
  local: z.string().exactOptional(),
});
export type ConsoleConfig = z.infer<typeof consoleConfigSchema>;
