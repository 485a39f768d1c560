import { assertNever } from '../../shared/domain/assert-never.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { CallIngress, CallStarter } from '../../shared/ports/call-starter.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import type { CallDraft } from '../conversation/conversation-state.ts';

export interface WayInServices {
  /** In the order in which they are to be tried. */
  readonly callStarters: (access: AlexaAccess) => readonly CallStarter[];
}

/**
 * Whether there is that way in from this device, as far as the request tells. Outside North America the service itself says no: the
 * endpoint's name is no proof.
 */
export function isCapable(
  ingress: CallIngress,
  { deviceId, apiAccessToken, unitId }: Pick<AlexaAccess, 'deviceId' | 'apiAccessToken' | 'unitId'>,
): boolean {
  switch (ingress) {
    case 'alexa-skill-call':
      return deviceId !== '' && apiAccessToken !== '';
    case 'alexa-smart-properties':
      return deviceId !== '' && apiAccessToken !== '' && unitId !== undefined && unitId !== '';
    case 'callback':
      return true;
    default:
      return assertNever(ingress);
  }
}

/** What can start a call from this device, in configured order. */
export function startersFor(access: AlexaAccess, { callStarters }: WayInServices): readonly CallStarter[] {
  return callStarters(access).filter(({ ingress }) => isCapable(ingress, access));
}

/** Whether a caller of that number can be had by that way in; undefined where there is no such way. */
export function isReachedBy(
  ingress: CallIngress,
  callersNumber: E164,
  starters: readonly CallStarter[],
): boolean | undefined {
  const starter = starters.find((each) => each.ingress === ingress);
  return starter && (starter.reaches?.(callersNumber) ?? true);
}

/** The ways in that can be offered for this request, in configured order. */
export function waysIn(access: AlexaAccess, services: WayInServices): readonly CallIngress[] {
  return startersFor(access, services).map(({ ingress }) => ingress);
}

/**
 * The way in that suits what the caller wants: a callback rings their phone and nothing else does; a call starts from the device where it
 * can, else their phone is rung. Undefined where there is none.
 */
export function wayInFor(way: CallDraft['way'], ways: readonly CallIngress[]): CallIngress | undefined {
  const callback = ways.find((ingress) => ingress === 'callback');
  return way === 'callBack' ? callback : (ways.find((ingress) => ingress !== 'callback') ?? callback);
}

/** A room's device calls by the room's profile; the other ways show the caller's number, or ring it. */
export function needsNumber(ingress: CallIngress): boolean {
  return ingress !== 'alexa-smart-properties';
}
