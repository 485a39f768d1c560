import type { SipConfig } from '../config/sip.ts';
import { StandaloneError, systemCode } from './standalone-error.ts';

/** A line for an address that SIP cannot have; whatever else went wrong is passed on as it is. */
export function listeningProblem(error: unknown, sip: SipConfig): unknown {
  const protocol = error instanceof Error ? /^SIP over (UDP|TCP|TLS)/u.exec(error.message)?.[1] : undefined;
  if (protocol === undefined || !(error instanceof Error)) return error;
  const [field, port] = protocol === 'TLS' ? ['Sip.Tls.Port', sip.Tls?.Port] : ['Sip.Port', sip.Port];
  const code = systemCode(error.cause);
  const words = new Map([
    [
      'EADDRINUSE',
      `${field} ${port} is in use (${protocol}): stop what uses it, or choose another; 0 takes any free port`,
    ],
    ['EACCES', `${field} ${port} is not allowed (${protocol}): choose one from 1024 up; 0 takes any free port`],
    ['EADDRNOTAVAIL', `Sip.Host ${sip.Host} is no address of this machine: choose another, such as 127.0.0.1`],
  ]);
  return new StandaloneError([words.get(code) ?? `${field} ${port} cannot be had (${protocol}): ${code}`], {
    cause: error,
  });
}
