import { callAndBridgeSchema, sipHeadersSchema } from '../../../../../shared/contracts/sma-actions/call-and-bridge.ts';
import type { AudioSourceParameter } from '../../../../../shared/contracts/sma-actions/common.ts';
import type { SipPeer } from '../../objects/managed-objects.ts';
import type { ActionProblem } from '../action-result.ts';
import { routeToNumber, type NumberRoute } from '../bridging/number-route.ts';
import { invalidRingtone } from '../bridging/ringback-tone.ts';
import type { CallControl } from '../call-control.ts';
import { readParameters } from './parameters.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** A CallAndBridge that can be carried out. */
export interface BridgeRequest {
  /** As they are given back: defaults and CallId filled in. */
  readonly parameters: Parameters;
  readonly timeoutSeconds: number;
  /** The user part that is called. */
  readonly callee: string;
  /** E.164. */
  readonly callerId: string;
  readonly sipHeaders: Readonly<Record<string, string>>;
  readonly ringbackTone: AudioSourceParameter | undefined;
  /** In the order they are tried; none: nothing can answer. */
  readonly peers: readonly SipPeer[];
  /** What the peers are routes of, in the words of the configuration. */
  readonly via: string;
}

export type BridgeReading =
  | { readonly kind: 'valid'; readonly request: BridgeRequest }
  | {
      readonly kind: 'invalid';
      readonly parameters: Parameters;
      readonly problem: ActionProblem;
    };

const defaultTimeoutSeconds = 30;
// Headers are looked at last, after the right to show the caller id.
const schema = callAndBridgeSchema.shape.Parameters.omit({ SipHeaders: true });

/** Checks parameters as AWS does: in the order and the words of its page (unexpected-action-fail). */
export function readBridgeRequest(parameters: Parameters, control: CallControl): BridgeReading {
  const callId = control.caller.description.callId;
  const read = readParameters(schema, parameters);
  if (read.kind === 'invalid') {
    const isFromLegA =
      read.wrong.includes('CallerIdNumber') && parameters['CallerIdNumber'] === control.caller.description.from;
    const note = isFromLegA
      ? { note: 'the From of LEG-A is no E.164 number, and cannot be shown to another party' }
      : {};
    const problem = { ...problemOf(parameters, read), ...note };
    return { kind: 'invalid', parameters: { ...parameters, CallId: callId }, problem };
  }

  const { CallerIdNumber: callerId, CallTimeoutSeconds: timeoutSeconds = defaultTimeoutSeconds } = read.value;
  const given = parameters['SipHeaders'] ?? undefined;
  const filledIn = {
    ...read.value,
    ...(given === undefined ? {} : { SipHeaders: given }),
    CallTimeoutSeconds: timeoutSeconds,
    CallId: callId,
  };
  const invalid = (errorMessage: string): BridgeReading => ({
    kind: 'invalid',
    parameters: filledIn,
    problem: { errorType: 'InvalidActionParameter', errorMessage },
  });

  const [endpoint] = read.value.Endpoints;
  if (endpoint === undefined) return invalid('Invalid number of endpoints provided.');
  if (!mayShow(callerId, control))
    return invalid(
      'Provided caller ID number is invalid. Number must be owned by this AWS account, or be the From number of LEG-A.',
    );
  const headers = sipHeadersSchema.safeParse(given ?? {});
  if (!headers.success) return invalid(headerProblem(wrongHeaders(given)));
  const names = Object.keys(headers.data);
  if (endpoint.BridgeEndpointType === 'PSTN' && names.length > 0 && control.parts.behavior.PstnSipHeaders === 'Refuse')
    return invalid(headerProblem(names));

  const route =
    endpoint.BridgeEndpointType === 'PSTN'
      ? routeToNumber(endpoint.Uri, control.parts)
      : routeToConnector(endpoint.Arn, control);
  // As was seen of AWS; its pages do not have it.
  if (route === undefined) return invalid('Resource does not belong to the current AWS account');
  return {
    kind: 'valid',
    request: {
      parameters: filledIn,
      timeoutSeconds,
      callee: endpoint.Uri,
      callerId,
      sipHeaders: headers.data,
      ringbackTone: read.value.RingbackTone,
      ...route,
    },
  };
}

function routeToConnector(arn: string, { parts }: CallControl): NumberRoute | undefined {
  const peers = parts.objects.routesTo(arn);
  return peers && { peers, via: arn.split(':').at(-1) ?? '' };
}

/** A skill call may not show the caller's own number (skill-call-use-cases); any other call may. */
function mayShow(callerId: string, { parts, caller }: CallControl): boolean {
  const isSkillCall = Object.keys(caller.description.sipHeaders ?? {}).some(
    (name) => name.toLowerCase() === 'x-alexa-lwa-clientid',
  );
  return parts.objects.ownsNumber(callerId) || (!isSkillCall && callerId === caller.description.from);
}

function problemOf(
  { Endpoints: endpoints }: Parameters,
  { missing, wrong }: { readonly missing: readonly string[]; readonly wrong: readonly string[] },
): ActionProblem {
  if (wrong.includes('RingbackTone')) return { errorType: 'InvalidAudioSource', errorMessage: invalidRingtone };
  const errorMessage = ((): string => {
    if (!Array.isArray(endpoints) || endpoints.length !== 1) return 'Invalid number of endpoints provided.';
    if (wrong.includes('Endpoints')) return 'Endpoint parameter is invalid.';
    if (wrong.includes('CallerIdNumber')) return 'Invalid caller ID.';
    if (missing.includes('CallerIdNumber')) return 'Caller ID not defined.';
    if (wrong.includes('CallTimeoutSeconds'))
      return 'The MaxCallTimeout parameter is invalid. Timeout must be between 0 and 120 seconds.';
    return 'A CallAndBridge parameter is invalid.';
  })();
  return { errorType: 'InvalidActionParameter', errorMessage };
}

/** Those that would be refused each by itself; all, when it is not a map. */
function wrongHeaders(headers: unknown): string[] {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return ['SipHeaders'];
  return Object.entries(headers)
    .filter(([name, value]) => !sipHeadersSchema.safeParse({ [name]: value }).success)
    .map(([name]) => name);
}

function headerProblem(names: readonly string[]): string {
  return `Invalid SIP header(s) provided: ${names.join(', ')}.`;
}
