import * as z from 'zod';

/** Where Login with Amazon gives tokens: `POST https://api.amazon.com/auth/o2/token` (Login with Amazon, access token reference). */
export const lwaOrigin = 'https://api.amazon.com';
export const lwaTokenPath = '/auth/o2/token';

/** What stands in the secret of an organisation's security profile, as JSON. */
export const lwaCredentialsSchema = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  refreshToken: z.string().min(1),
});
export type LwaCredentials = z.infer<typeof lwaCredentialsSchema>;

/** RFC 6749 section 5.1; Login with Amazon's tokens are good for an hour. */
export const lwaTokenSchema = z.object({
  access_token: z.string().min(1).max(2048),
  /** Seconds. */
  expires_in: z.number().positive().default(3600),
});
/** RFC 6749 section 5.2. */
export const lwaErrorSchema = z.object({ error: z.string() });
