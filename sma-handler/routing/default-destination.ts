import { assertNever } from '../../shared/domain/assert-never.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { isE164 } from '../../shared/domain/phone-number.ts';
import { defaultDestination, type Attempt, type Plan } from '../../shared/domain/routing/plan.ts';
import { BridgeError } from '../../shared/errors.ts';
import type { Route, RouteWish } from '../route.ts';

const ringSeconds = 30;

/**
 * Where calls go when no routing table can be had: from the function's own settings, so that it needs no network.
 * @param text `pstn:+1…` or `voice-connector:<arn>#<user>`.
 * @throws BridgeError `environment-invalid` when it is neither, or the function's own number.
 */
export function defaultPlan(text: string, callerId: E164): Plan {
  if (text === `pstn:${callerId}`)
    throw new BridgeError(
      'environment-invalid',
      'DEFAULT_DESTINATION is SMA_PHONE_NUMBER: calls would come back for ever',
    );
  return { ruleId: defaultDestination, attempts: [attempt(text)], callerId };
}

/** The way there, with what the call has kept: for when a decision fails in a way that nobody foresaw. */
export function defaultRoute(wish: RouteWish, plan: Plan): Route {
  switch (wish.kind) {
    case 'inbound':
    case 'refused':
      return { plan, entry: 'phone' };
    case 'callback':
      return { plan, entry: 'callback' };
    case 'chosen':
    case 'again': {
      const { entry, contextId, tableVersion, locale, reasonId } = wish.facts;
      return {
        plan,
        entry,
        ...(contextId === undefined ? {} : { contextId }),
        ...(tableVersion === undefined ? {} : { tableVersion }),
        ...(locale === undefined ? {} : { locale }),
        ...(reasonId === undefined ? {} : { reasonId }),
      };
    }
    default:
      return assertNever(wish);
  }
}

function attempt(text: string): Attempt {
  const number = /^pstn:(.+)$/.exec(text)?.[1];
  if (number !== undefined && isE164(number))
    return { kind: 'phone', id: defaultDestination, number, timeoutSeconds: ringSeconds };
  const [, voiceConnectorArn, user] = /^voice-connector:(arn:[^#]+)#(.+)$/.exec(text) ?? [];
  if (voiceConnectorArn === undefined || user === undefined) {
    throw new BridgeError(
      'environment-invalid',
      'DEFAULT_DESTINATION must be pstn:+1… or voice-connector:<arn>#<user>',
    );
  }
  return {
    kind: 'contactCenter',
    id: defaultDestination,
    voiceConnectorArn,
    user,
    headers: { profile: 'rfc7433' },
    timeoutSeconds: ringSeconds,
  };
}
