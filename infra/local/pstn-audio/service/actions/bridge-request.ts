import {
  callAndBridgeSchema,
  sipHeadersSchema,
  type CallAndBridgeAction,
} from '../../../../../shared/contracts/sma-response.ts';
import type { SipPeer } from '../../config/managed-objects.ts';
import type { CallControl } from '../call-control.ts';

/** A CallAndBridge that can be carried out. */
export interface BridgeRequest {
  readonly parameters: CallAndBridgeAction['Parameters'];
  readonly timeoutSeconds: number;
  readonly callee: string;
  /** In the order they are tried; none: nothing can answer. */
  readonly peers: readonly SipPeer[];
}

export type BridgeReading =
  | { readonly kind: 'valid'; readonly request: BridgeRequest }
  | { readonly kind: 'invalid'; readonly errorMessage: string };

const defaultTimeoutSeconds = 30;
const schema = callAndBridgeSchema.shape.Parameters;

/** Checks parameters as AWS does, in AWS's words (unexpected-action-fail). */
export function readBridgeRequest(parameters: Readonly<Record<string, unknown>>, control: CallControl): BridgeReading {
  const coerced = { ...parameters, ...numberFromText(parameters, 'CallTimeoutSeconds') };
  const read = schema.safeParse(coerced);
  if (!read.success) return invalid(problemOf(coerced));
  const {
    CallerIdNumber: callerId,
    Endpoints: [endpoint],
    CallTimeoutSeconds: timeoutSeconds = defaultTimeoutSeconds,
  } = read.data;
  if (endpoint === undefined) return invalid('Invalid number of endpoints provided.');
  if (!mayShow(callerId, control))
    return invalid(
      'Provided caller ID number is invalid. Number must be owned by this AWS account, or be the From number of LEG-A.',
    );
  // SipHeaders with a PSTN endpoint: the reference forbids it, one sample shows it. The stricter reading keeps us safe.
  if (endpoint.BridgeEndpointType === 'PSTN' && read.data.SipHeaders !== undefined)
    return invalid(headerProblem(Object.keys(read.data.SipHeaders)));

  const request = { parameters: read.data, timeoutSeconds, callee: endpoint.Uri };
  if (endpoint.BridgeEndpointType === 'PSTN') {
    const peer = control.parts.objects.pstnPeer(endpoint.Uri);
    return { kind: 'valid', request: { ...request, peers: peer === undefined ? [] : [peer] } };
  }
  const peers = control.parts.objects.routesTo(endpoint.Arn);
  if (peers === undefined) return invalid('Resource does not belong to the current AWS account');
  return { kind: 'valid', request: { ...request, peers } };
}

/** A skill call may not show the caller's own number (skill-call-use-cases); any other call may. */
function mayShow(callerId: string, { parts, caller }: CallControl): boolean {
  const isSkillCall = Object.keys(caller.description.sipHeaders ?? {}).some(
    (name) => name.toLowerCase() === 'x-alexa-lwa-clientid',
  );
  return parts.objects.ownsNumber(callerId) || (!isSkillCall && callerId === caller.description.from);
}

function problemOf(parameters: Readonly<Record<string, unknown>>): string {
  const { CallerIdNumber: callerId, Endpoints: endpoints, SipHeaders: headers } = parameters;
  if (!Array.isArray(endpoints) || endpoints.length !== 1) return 'Invalid number of endpoints provided.';
  if (callerId === undefined || callerId === null || callerId === '') return 'Caller ID not defined.';
  if (!schema.shape.CallerIdNumber.safeParse(callerId).success) return 'Invalid caller ID.';
  if (!schema.shape.CallTimeoutSeconds.safeParse(parameters['CallTimeoutSeconds']).success) {
    return 'The MaxCallTimeout parameter is invalid. Timeout must be between 0 and 120 seconds.';
  }
  if (headers !== undefined && !sipHeadersSchema.safeParse(headers).success)
    return headerProblem(wrongHeaders(headers));
  if (!schema.shape.Endpoints.safeParse(endpoints).success) return 'Endpoint parameter is invalid.';
  return 'A CallAndBridge parameter is invalid.';
}

function wrongHeaders(headers: unknown): string[] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers)
    .filter(([name, value]) => !sipHeadersSchema.safeParse({ [name]: value }).success)
    .map(([name]) => name);
}

function headerProblem(names: readonly string[]): string {
  return `Invalid SIP header(s) provided: ${names.join(', ')}.`;
}

function numberFromText(parameters: Readonly<Record<string, unknown>>, name: string): Record<string, number> {
  const value = parameters[name];
  return typeof value === 'string' && /^\d+$/.test(value) ? { [name]: Number(value) } : {};
}

function invalid(errorMessage: string): BridgeReading {
  return { kind: 'invalid', errorMessage };
}
