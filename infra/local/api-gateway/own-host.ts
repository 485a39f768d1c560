import type { IncomingMessage } from 'node:http';

const ownHosts = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/iu;

/**
 * Whether a request was addressed to this computer by name. A page of elsewhere can have its own name lead to 127.0.0.1 (DNS rebinding),
 * and the browser takes the two for one origin: the name in Host is all that tells.
 */
export function isOwnHost({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return ownHosts.test(headers.host ?? '');
}

export const foreignHost =
  'The local cloud answers at 127.0.0.1 and localhost only: the Host of this request is another one.';
