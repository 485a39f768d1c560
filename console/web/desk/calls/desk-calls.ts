import type { LiveCall } from '../../../../shared/contracts/desk-api.ts';
import type { LocalState } from '../../../../shared/contracts/local-cloud-api.ts';
import { callNow } from '../../calls/call-state.ts';

type Phone = LocalState['phones'][number];

/**
 * `rings`: a telephone rings here; `waits`: in a meeting, for an adviser; `talks`: somebody has answered; `connecting`: no more is
 * known, for whom a call rings is told only once somebody has answered.
 */
export type DeskState = 'rings' | 'waits' | 'talks' | 'connecting';

/** A call under way, as the desk shows it. */
export interface DeskCall {
  /** Of the call; while no record of it is there, of the telephone that it rings. */
  readonly key: string;
  readonly transactionId?: string;
  readonly contextId?: string;
  /** "branch:tacoma" */
  readonly destination?: string;
  readonly state: DeskState;
  /** Milliseconds since 1970. */
  readonly startedAt?: number;
  /** For one of this agent's destinations. */
  readonly isMine: boolean;
  /** A telephone of this desk rings for it, or somebody talks to it there. */
  readonly isHere: boolean;
}

export interface DeskSight {
  /** As the service tells them, latest first; with those that are over. */
  readonly calls: readonly LiveCall[];
  /** Those of the local cloud; elsewhere there are none. */
  readonly phones: readonly Phone[];
  /** This agent's destinations. */
  readonly mine: readonly string[];
}

/** What is under way, what concerns this agent first; otherwise in the order in which the service tells them. */
export function deskCalls({ calls, phones, mine }: DeskSight): readonly DeskCall[] {
  const underWay = calls.filter(({ summary }) => summary?.ending === 'underWay');
  const phoneOf = phonesOf(underWay, phones);
  const known = underWay.map((call) => deskCall(call, phoneOf.get(call), mine));
  const taken = new Set(phoneOf.values());
  const others = phones.filter((phone) => !taken.has(phone));
  const all = [...others.map((phone) => phoneCall(phone, mine)), ...known];
  return all.toSorted((a, b) => Number(b.isMine) - Number(a.isMine));
}

function deskCall(call: LiveCall, phone: Phone | undefined, mine: readonly string[]): DeskCall {
  const { transactionId, contextId } = call;
  const destination = phone?.destination ?? call.destination;
  return {
    key: transactionId,
    transactionId,
    state: stateOf(call, phone),
    startedAt: Date.parse(call.startedAt),
    isMine: isMine({ destination, phone }, mine),
    isHere: phone !== undefined,
    ...(contextId === undefined ? {} : { contextId }),
    ...(destination === undefined ? {} : { destination }),
  };
}

function phoneCall(phone: Phone, mine: readonly string[]): DeskCall {
  const { destination, contextId, state } = phone;
  return {
    key: phone.phone,
    destination,
    state: state === 'ringing' ? 'rings' : 'talks',
    isMine: isMine({ destination, phone }, mine),
    isHere: true,
    ...(contextId === undefined ? {} : { contextId }),
  };
}

function stateOf(call: LiveCall, phone: Phone | undefined): DeskState {
  if (phone?.state === 'ringing') return 'rings';
  const { state } = callNow(call, 0);
  if (state === 'talking') return 'talks';
  return call.meetingId === undefined ? 'connecting' : 'waits';
}

/**
 * Which telephone is whose: it carries the call's context, where it has SIP headers. One that does not is known by its destination
 * once somebody talks; while it rings, only where one telephone rings and one call is being connected.
 */
function phonesOf(calls: readonly LiveCall[], phones: readonly Phone[]): ReadonlyMap<LiveCall, Phone> {
  const found = new Map<LiveCall, Phone>();
  for (const phone of phones) {
    const itsOwn = calls.filter(({ contextId, destination }) =>
      phone.contextId === undefined ? destination === phone.destination : contextId === phone.contextId,
    );
    const [call] = itsOwn;
    if (call !== undefined && (itsOwn.length === 1 || phone.contextId !== undefined)) found.set(call, phone);
  }
  const taken = new Set(found.values());
  const ringing = phones.filter((phone) => phone.state === 'ringing' && !taken.has(phone));
  const connecting = calls.filter((call) => !found.has(call) && stateOf(call, undefined) === 'connecting');
  const [phone, ...otherPhones] = ringing;
  const [call, ...otherCalls] = connecting;
  const isPlain = otherPhones.length === 0 && otherCalls.length === 0;
  if (phone !== undefined && phone.contextId === undefined && call !== undefined && isPlain) found.set(call, phone);
  return found;
}

/** A telephone rings on this desk: it is this agent's, unless they chose others. */
function isMine(
  { destination, phone }: { readonly destination: string | undefined; readonly phone: Phone | undefined },
  mine: readonly string[],
): boolean {
  if (phone !== undefined && mine.length === 0) return true;
  return destination !== undefined && mine.includes(destination);
}
