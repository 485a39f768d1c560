import { parseCallContextId, type CallContextId } from '../../shared/domain/call-context-id.ts';
import type { Ingress } from '../../shared/domain/call-context.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallToRoute } from './call-to-route.ts';
import { readInvite } from './read-invite.ts';
import type { RoutingServices } from './routing-services.ts';

/** How long after it was made a context is still taken for the call that its caller makes by hand. */
const recentMs = 15 * 60_000;

/** A context that the call has shown to be its own; it has not been claimed yet. */
export interface ShownContext {
  readonly id: CallContextId;
  readonly reasonHint: string;
  /** How the call came in. */
  readonly entry: Ingress;
  /** The context knows better how: a skill call and one over a Voice Connector look alike for more than one of them. */
  readonly entryByContext: boolean;
}

/** The context of a call that comes in: the one in its headers when that can be believed, else the last one made for its number. */
export async function contextShownBy(call: CallToRoute, services: RoutingServices): Promise<ShownContext | undefined> {
  const invite = readInvite(call.event, services);
  if (invite.kind === 'refused') refuse(call, services, invite.because);
  if (invite.kind === 'refused' || invite.kind === 'phoneCall') return recentContext(call, services);

  const checked = await checkedId(invite.contextId, call, services);
  if (checked === undefined) return recentContext(call, services);
  // Where the context cannot be had: only managed devices call over a trunk and bring an id.
  const entry = invite.kind === 'skillCall' ? 'alexa-skill-call' : 'alexa-smart-properties';
  return { ...checked, entry, entryByContext: true };
}

/** The context of a call that was ordered with its id. Whoever ordered it may be anybody who may: the signature counts. */
export async function contextOrdered(
  id: string | undefined,
  call: CallToRoute,
  services: RoutingServices,
): Promise<ShownContext | undefined> {
  const checked = id === undefined ? undefined : await checkedId(id, call, services);
  return checked === undefined ? undefined : { ...checked, entry: 'callback', entryByContext: false };
}

/** Logs why a context id is not believed, never the id. */
export function refuse({ transactionId }: CallToRoute, { log }: RoutingServices, code: string): void {
  log.warn('call-context-refused', { transactionId, code });
}

async function checkedId(
  text: string,
  call: CallToRoute,
  services: RoutingServices,
): Promise<Pick<ShownContext, 'id' | 'reasonHint'> | undefined> {
  const { contextIds, clock } = services;
  await call.time.had('signing-keys-unavailable', (signal) => contextIds.ready({ id: text, signal }));
  const check = contextIds.check(text, clock.now());
  if (check.kind === 'valid') return { id: check.id, reasonHint: check.reasonHint };
  refuse(call, services, `id-${check.kind}`);
  return undefined;
}

async function recentContext(
  { number, moment, time, transactionId }: CallToRoute,
  { contexts, clock }: RoutingServices,
): Promise<ShownContext | undefined> {
  if (number === undefined) return undefined;
  // By the moment of the call, and with what this very call has claimed before: a retry is to find the same.
  const times = { since: epochMs(Math.max(0, moment - recentMs)), now: clock.now(), transactionId };
  const id = await time.had('recent-context-unavailable', () => contexts.recent(number, times));
  if (id === undefined) return undefined;
  // It comes out of our own store: nobody can have forged its hint.
  return { id, reasonHint: parseCallContextId(id)?.reasonHint ?? '', entry: 'phone', entryByContext: false };
}
