import { alexaClientIdHeader } from '../../../../shared/contracts/communication-session.ts';
import type { PhoneCall } from '../../phone/phone-call.ts';
import type { Dialled, SoftPhone } from '../../phone/soft-phone.ts';
import type { SipAddress } from '../../pstn-audio/sip/user-agent.ts';
import type { DeviceCall } from '../service/device-call.ts';

/** A call that the device has placed. */
export interface PlacedCall {
  /** As it stood in the INVITE, without the local address. */
  readonly requestUri: string;
  /** Empty when the skill gave no clientSessionId, or a trunk does not carry it. */
  readonly userToUser: string;
  /** Empty over a trunk. */
  readonly alexaClientId: string;
  readonly outcome: Promise<DeviceCallOutcome>;
  hangUp(): void;
}

export type DeviceCallOutcome =
  | { readonly kind: 'connected'; readonly call: PhoneCall; readonly millisecondsToAnswer: number }
  /** The device says that the contact cannot be reached. */
  | { readonly kind: 'notConnected'; readonly because: string };

export interface DeviceOptions {
  readonly phone: SoftPhone;
  /** Where PSTN Audio takes calls. */
  readonly pstnAudio: SipAddress;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
  readonly onCall: (call: PlacedCall) => void;
}

/**
 * An Echo that has been told to call: sends the INVITE with the skill's session in User-to-User. The trunk of a device that a
 * business manages ends here at a Voice Connector of PSTN Audio, over UDP and RTP where Alexa has TLS and SRTP.
 */
export function startDevice({ phone, pstnAudio, stopwatch, onCall }: DeviceOptions): (call: DeviceCall) => void {
  return ({ from, to, userToUser = '', alexaClientId, via }) => {
    const started = stopwatch();
    const dialled = phone.dial({
      target: pstnAudio,
      requestUri: `sip:${to}@${via?.host ?? `${pstnAudio.host}:${pstnAudio.port}`}`,
      from: `sip:${from}@${phone.address.host}:${phone.address.port}`,
      headers: {
        ...(userToUser === '' ? {} : { 'User-to-User': userToUser }),
        ...(alexaClientId === '' ? {} : { [alexaClientIdHeader]: alexaClientId }),
      },
    });
    onCall({
      requestUri: via === undefined ? `sip:${to}` : `sip:${to}@${via.host}`,
      userToUser,
      alexaClientId,
      outcome: connect(dialled, () => stopwatch() - started),
      hangUp: () => void dialled.then((call) => call.hangUp()),
    });
  };
}

async function connect(dialled: Promise<Dialled>, elapsed: () => number): Promise<DeviceCallOutcome> {
  const outcome = await (await dialled).outcome;
  switch (outcome.kind) {
    case 'connected':
      return { kind: 'connected', call: outcome.call, millisecondsToAnswer: elapsed() };
    case 'refused':
      return { kind: 'notConnected', because: `${outcome.status} ${outcome.reason}` };
    case 'unreachable':
    case 'cancelled':
    case 'timedOut':
      return { kind: 'notConnected', because: outcome.kind };
  }
}
