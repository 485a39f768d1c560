import { consoleScopes } from '../../../../shared/contracts/console-scopes.ts';

/** Of /.well-known/openid-configuration (OpenID Connect Discovery 1.0 §3): what this issuer does, under the names of Amazon Cognito's paths. */
export function discovery(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
    scopes_supported: ['openid', ...consoleScopes],
    code_challenge_methods_supported: ['S256'],
  };
}
