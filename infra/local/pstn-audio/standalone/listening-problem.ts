import type { EndpointsConfig } from '../config/endpoints.ts';
import type { SipConfig } from '../config/sip.ts';
import { StandaloneError, systemCode } from './standalone-error.ts';

interface Asked {
  readonly sip: SipConfig;
  readonly config: { readonly Endpoints: EndpointsConfig };
}

/** What errors of this project and of Node say. */
interface Failure {
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly syscall?: unknown;
  /** What was asked for. */
  readonly port?: unknown;
}

/** A line for an address that SIP or one of the APIs cannot have; whatever else went wrong is passed on as it is. */
export function listeningProblem(error: unknown, { sip, config }: Asked): unknown {
  const failure = Object(error) as Failure;
  const protocol = /^SIP over (UDP|TCP|TLS)/u.exec(String(failure.message))?.[1];
  const problem =
    protocol === undefined ? ofEndpoints(failure, config.Endpoints) : ofSip(protocol, systemCode(failure.cause), sip);
  return problem === undefined ? error : new StandaloneError([problem], { cause: error });
}

function ofSip(protocol: string, code: string, sip: SipConfig): string {
  if (code === 'EADDRNOTAVAIL')
    return `Sip.Host ${sip.Host} is no address of this machine: choose another, such as 127.0.0.1`;
  const [field, port] = protocol === 'TLS' ? ['Sip.Tls.Port', sip.Tls?.Port] : ['Sip.Port', sip.Port];
  return portProblem(`${field} ${port}`, ` (${protocol})`, code);
}

function ofEndpoints(failure: Failure, endpoints: EndpointsConfig): string | undefined {
  const field = Object.entries(endpoints).find(([, port]) => port !== 0 && port === failure.port)?.[0];
  return failure.syscall === 'listen' && field !== undefined
    ? portProblem(`Endpoints.${field} ${String(failure.port)}`, '', systemCode(failure))
    : undefined;
}

function portProblem(field: string, protocol: string, code: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${field} is in use${protocol}: stop what uses it, or choose another; 0 takes any free port`;
    case 'EACCES':
      return `${field} is not allowed${protocol}: choose one from 1024 up; 0 takes any free port`;
    default:
      return `${field} cannot be had${protocol}: ${code}`;
  }
}
