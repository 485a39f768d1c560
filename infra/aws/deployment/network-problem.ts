import { reasonOf } from './reason-of.ts';

/** What Node says when there is no way to a host (Node.js documentation, common system errors), and the SDK when it waited too long. */
const signs =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT|TimeoutError)\b/u;

/** One line for an error that says that AWS was not reached; undefined for any other. */
export function networkProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  const [sign] = signs.exec([code, error.name, error.message].join(' ')) ?? [];
  if (sign === undefined) return undefined;
  const reason = reasonOf(error);
  return `AWS cannot be reached from here (${reason.includes(sign) ? reason : `${sign} ${reason}`.trim()}): look at the network and the firewall, and try again`;
}
