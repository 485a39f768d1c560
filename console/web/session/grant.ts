import * as z from 'zod';

/** Somebody is signed in: what the token endpoint gave. */
export const grantSchema = z.object({
  accessToken: z.string(),
  /** Absent: who is signed in has to sign in again when the access token ends. */
  refreshToken: z.string().exactOptional(),
  /** Milliseconds since 1970. */
  issuedAt: z.number(),
  expiresAt: z.number(),
  userId: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
});
export type Grant = z.infer<typeof grantSchema>;

const accessClaimsSchema = z.object({
  sub: z.string(),
  username: z.string().optional(),
  email: z.string().optional(),
  'cognito:groups': z.array(z.string()).optional(),
});
const idClaimsSchema = z.object({ name: z.string().optional(), email: z.string().optional() });

/** Of a token endpoint's answer (RFC 6749 §5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  readonly expires_in?: number | undefined;
}

/** An hour, as Amazon Cognito has it unless told otherwise. */
const defaultLifeSeconds = 3600;

/**
 * The claims are read, not verified: they come from the issuer itself by TLS, and only what is shown depends on them.
 * @throws Error for an access token that is none of Amazon Cognito's.
 */
export function grantOf(answer: TokenAnswer, idClaims: unknown, now: number, before?: Grant): Grant {
  const claims = accessClaimsSchema.parse(claimsOf(answer.access_token));
  const id = idClaimsSchema.safeParse(idClaims).data;
  // Amazon Cognito gives no new refresh token unless rotation is on: the old one stays good.
  const refreshToken = answer.refresh_token ?? before?.refreshToken;
  return {
    accessToken: answer.access_token,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    issuedAt: now,
    expiresAt: now + (answer.expires_in ?? defaultLifeSeconds) * 1000,
    userId: claims.email === undefined || claims.email === '' ? claims.sub : claims.email,
    name: id?.name ?? before?.name ?? id?.email ?? claims.username ?? claims.sub,
    groups: claims['cognito:groups'] ?? [],
  };
}

/** RFC 7519 §3: the second part, base64url of JSON. */
function claimsOf(token: string): unknown {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(part), (character) => character.codePointAt(0) ?? 0);
  return JSON.parse(new TextDecoder().decode(bytes));
}
