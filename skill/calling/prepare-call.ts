import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import type { CallerLocation } from '../../shared/domain/location.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { CallIngress } from '../../shared/ports/call-starter.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import type { CallDraft } from '../conversation/conversation-state.ts';
import type { Asked } from '../gathering/asking.ts';
import {
  gatherCallerFacts,
  type AlexaClients,
  type CallerFacts,
  type GatheringServices,
} from '../gathering/caller-facts.ts';
import { locationOfPostalCode } from '../gathering/postal-code.ts';
import { timeLimits } from '../time-limits.ts';
import { newCallContext } from './new-call-context.ts';
import { isRungEnough, type RungEnoughServices } from './rung-enough.ts';
import { storeInTime } from './store-in-time.ts';
import { isReachedBy, needsNumber, startersFor, wayInFor, waysIn, type WayInServices } from './ways-in.ts';

/** Why something is not known. */
type NotGiven = Exclude<Asked<unknown>['kind'], 'given'>;

export type Prepared =
  | {
      readonly kind: 'ready';
      readonly contextId: CallContextId;
      /** The last two digits of the caller's number; absent where the call needs none, and there is none. */
      readonly lastDigits?: string;
      /** Of the account that the caller has linked, where they told none. */
      readonly accountId?: string;
      /** The caller's number has been rung too often lately: should this call not start, that is no way out. */
      readonly rungEnough?: true;
    }
  /** Nothing was written: there is no number to call from, or to ring. */
  | { readonly kind: 'numberMissing'; readonly because: NotGiven }
  /** Nobody is to be rung at that number: it is one of those that are not, and nothing was written; or it was too often, lately. */
  | { readonly kind: 'numberNotRung'; readonly because: 'notAmongPrefixes' | 'tooOften' }
  /** Nothing was written: for such a reason somebody must know where the caller is, and nobody does. */
  | { readonly kind: 'placeMissing'; readonly because: NotGiven };

export interface CallToPrepare {
  readonly draft: CallDraft;
  readonly access: AlexaAccess;
  readonly clients: AlexaClients;
  /** BCP 47. */
  readonly locale: string | undefined;
}

export type PrepareServices = Omit<GatheringServices, 'clients'> &
  WayInServices &
  RungEnoughServices & {
    readonly callContexts: Pick<CallContextStore, 'put'>;
    readonly callContextIds: Pick<CallContextIds, 'ready' | 'issue'>;
    /** Ids of the reasons for which it matters where the caller is. */
    readonly reasonsWithPlace: readonly string[];
    /** Looks up beforehand what a start is going to need, so that it takes no time then. Never rejects. */
    readonly getReadyToCall?: ((ingress: CallIngress, access: AlexaAccess) => Promise<void>) | undefined;
  };

/**
 * Gathers everything side by side, then writes the context: two network round trips, and nobody is called. What is written here is
 * called by `startCall`; told otherwise, the caller gets a new context, for the old one may have been handed over already.
 * @throws BridgeError `store-unavailable` when the context could not be written in time, or its id not be signed.
 */
export async function prepareCall(call: CallToPrepare, services: PrepareServices): Promise<Prepared> {
  const { access, draft } = call;
  // Where there is no such way the start says so, with what there is instead.
  const ingress =
    wayInFor(draft.way, waysIn(access, services)) ?? (draft.way === 'callBack' ? 'callback' : 'alexa-skill-call');
  const gettingReady = withinTime(
    services.timers,
    timeLimits.gatheringMs,
    services.getReadyToCall?.(ingress, access) ?? Promise.resolve(),
  );
  try {
    return await gatherAndWrite(call, ingress, services);
  } finally {
    await gettingReady;
  }
}

async function gatherAndWrite(
  { draft, access, clients, locale }: CallToPrepare,
  ingress: CallIngress,
  services: PrepareServices,
): Promise<Prepared> {
  const { callContextIds, callContexts, clock } = services;
  const toldPlace =
    draft.postalCode === undefined ? undefined : locationOfPostalCode(draft.postalCode, locale, clock.now());
  const mustKnowPlace =
    services.reasonsWithPlace.includes(draft.reason?.id ?? '') &&
    draft.postalCode === undefined &&
    draft.withoutPlace === undefined;

  const [facts] = await Promise.all([
    gatherCallerFacts(access, { place: mustKnowPlace ? 'needed' : 'welcome' }, { ...services, clients }),
    callContextIds.ready(),
  ]);
  const { phoneNumber } = facts;
  if (phoneNumber.kind !== 'given' && needsNumber(ingress)) return { kind: 'numberMissing', because: phoneNumber.kind };
  const number = phoneNumber.kind === 'given' ? phoneNumber.value : undefined;
  const isReached = number !== undefined && isReachedBy('callback', number, startersFor(access, services));
  if (ingress === 'callback' && isReached === false) return { kind: 'numberNotRung', because: 'notAmongPrefixes' };
  if (mustKnowPlace && !isPlaced(facts))
    return { kind: 'placeMissing', because: facts.location.kind === 'given' ? 'notGiven' : facts.location.kind };

  const linked = linkedAccount(draft, facts);
  const context = newCallContext(
    {
      draft,
      facts,
      linkedAccountId: linked,
      location: placeOf(toldPlace, facts),
      ingress,
      locale,
      userId: access.userId,
    },
    callContextIds,
    clock.now(),
  );
  // Side by side, so that they take one round trip. Where it was too often, what was written stays: whoever dials by hand is known by it.
  const [isTooOften] = await Promise.all([
    isReached === true && isRungTooOften(number, ingress, services),
    storeInTime('put a call context', callContexts.put(context), services),
  ]);
  if (isTooOften && ingress === 'callback') return { kind: 'numberNotRung', because: 'tooOften' };
  return {
    kind: 'ready',
    contextId: context.id,
    ...(phoneNumber.kind === 'given' ? { lastDigits: phoneNumber.value.slice(-2) } : {}),
    ...(linked === undefined ? {} : { accountId: linked }),
    ...(isTooOften ? { rungEnough: true } : {}),
  };
}

/** For a call that is not to ring the number it is worth knowing, should that call not start; where it cannot be told, it is not rung then. */
async function isRungTooOften(number: E164, ingress: CallIngress, services: PrepareServices): Promise<boolean> {
  try {
    return await isRungEnough(number, services);
  } catch (error) {
    if (ingress === 'callback') throw error;
    services.logger.error('earlier-calls-not-read', error);
    return true;
  }
}

/** The account that is linked, unless the caller means another one. */
function linkedAccount({ accountId, accountKind }: CallDraft, facts: CallerFacts): string | undefined {
  return accountId === undefined && accountKind === undefined ? facts.accountId : undefined;
}

/** Whether it is known where: a country alone is no place. */
function isPlaced({ location }: CallerFacts): boolean {
  return location.kind === 'given' && (location.value.coordinates ?? location.value.postalCode) !== undefined;
}

/** Whoever names a place means it, wherever their device stands. */
function placeOf(told: CallerLocation | undefined, { location }: CallerFacts): CallerLocation | undefined {
  return told ?? (location.kind === 'given' ? location.value : undefined);
}
