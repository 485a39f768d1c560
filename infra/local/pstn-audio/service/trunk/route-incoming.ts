import type { ManagedObjects, RuleMatch } from '../../objects/managed-objects.ts';
import type { PhoneNumber } from '../../objects/phone-number.ts';
import type { VoiceConnector } from '../../objects/voice-connector.ts';
import type { InviteSummary } from '../inbound-invite.ts';
import { isInRegions } from './calling-regions.ts';
import type { IncomingRoute, TrunkRoute } from './incoming-route.ts';
import type { TrunkCaller, TrunkGate } from './trunk-gate.ts';

export type { IncomingRoute, TrunkRoute } from './incoming-route.ts';

export interface IncomingInvite {
  readonly call: TrunkCaller;
  readonly invite: InviteSummary;
  readonly objects: ManagedObjects;
  /** One for the life of the service: it counts and challenges. */
  readonly gate: TrunkGate;
}

const notFound: IncomingRoute = { kind: 'refused', status: 404 };

/**
 * Where a call goes. One to a Voice Connector's outbound host comes from a private branch exchange: let in by the termination
 * settings, it goes to the SIP rule for that host if there is one, else to the number that it names. Any other comes from the
 * telephone network, for a number of the account: to its SIP rule, or through its Voice Connector to the exchange behind it.
 */
export function routeIncoming({ call, invite, objects, gate }: IncomingInvite): IncomingRoute {
  const connector = objects.registry.voiceConnectorAt(invite.host);
  if (connector === undefined) return fromTelephoneNetwork(invite, objects);
  const refusal = gate.refusalOf(connector, call);
  if (refusal !== undefined) return { kind: 'refused', ...refusal };
  return application(objects.ruleForHost(invite.host)) ?? fromExchange(connector, invite, objects);
}

function fromTelephoneNetwork(invite: InviteSummary, objects: ManagedObjects): IncomingRoute {
  const number = invite.dialled === undefined ? undefined : objects.registry.ownNumber(invite.dialled);
  if (number !== undefined) return toOwnNumber(number, invite, invite.from, objects);
  return application(objects.ruleForHost(invite.host)) ?? notFound;
}

/** A rule that is disabled, or none at all: nobody is there (404). */
function toOwnNumber(
  number: PhoneNumber,
  invite: InviteSummary,
  callerId: string,
  objects: ManagedObjects,
): IncomingRoute {
  if (number.ProductType === 'SipMediaApplicationDialIn')
    return application(objects.ruleForNumber(number.E164PhoneNumber)) ?? notFound;
  const trunk = trunkOf(number, objects);
  if (trunk === undefined) return notFound;
  // Origination is disabled, or has no route: the number is right, and nobody can be had at it now (RFC 3261 §21.4.18).
  if (trunk.peers.length === 0) return { kind: 'refused', status: 480, reason: 'No origination route' };
  return { kind: 'trunk', ...trunk, callee: number.E164PhoneNumber, callerId, headers: invite.sipHeaders ?? {} };
}

/** Where the connector or the group that a number is associated with leads; undefined when there is none. */
function trunkOf(
  { Associations }: PhoneNumber,
  objects: ManagedObjects,
): Pick<TrunkRoute, 'via' | 'peers'> | undefined {
  const { voiceConnectors, voiceConnectorGroups } = objects.registry;
  for (const { Name, Value } of Associations) {
    const connector = Name === 'VoiceConnectorId' ? voiceConnectors.get(Value) : undefined;
    if (connector !== undefined) return { via: `vc/${Value}`, peers: objects.originationPeers(connector) };
    const group = Name === 'VoiceConnectorGroupId' ? voiceConnectorGroups.get(Value) : undefined;
    if (group !== undefined) return { via: `vcg/${Value}`, peers: objects.groupPeers(group) };
  }
  return undefined;
}

/** Out to the telephone network; a number of the account comes back from there at once. */
function fromExchange(
  { Termination: termination }: VoiceConnector,
  invite: InviteSummary,
  objects: ManagedObjects,
): IncomingRoute {
  const { dialled, from } = invite;
  if (dialled === undefined || termination === undefined) return notFound;
  if (!isInRegions(dialled, termination.CallingRegions))
    return { kind: 'refused', status: 403, reason: 'Country not in the calling plan' };
  const callerId = objects.ownsNumber(from) ? from : termination.DefaultPhoneNumber;
  // As was seen of AWS: a caller id that is not the account's is refused with 403.
  if (callerId === undefined) return { kind: 'refused', status: 403, reason: 'Caller id is not valid' };
  const own = objects.registry.ownNumber(dialled);
  if (own !== undefined) return toOwnNumber(own, invite, callerId, objects);
  const peer = objects.pstnPeer(dialled);
  return peer === undefined
    ? notFound
    : { kind: 'trunk', via: 'Pstn', peers: [peer], callee: dialled, callerId, headers: invite.sipHeaders ?? {} };
}

function application(match: RuleMatch | undefined): IncomingRoute | undefined {
  return match === undefined || match.applications.length === 0 ? undefined : { kind: 'application', match };
}
