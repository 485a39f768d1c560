import {
  actions,
  hangingUpTheOther,
  pstnAudioBetween,
  respond,
  type PstnAudioFixture,
} from '../../support/pstn-audio-fixture.ts';
import type { PstnAudioOptions } from '../../../infra/local/pstn-audio/service/pstn-audio.ts';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';

/** PSTN Audio with a function that bridges every caller to one callee: Bob, or somebody else's telephone. It rings for five seconds. */
export function bridgedLine(callee?: SipAddress, options: Partial<PstnAudioOptions> = {}): Promise<PstnAudioFixture> {
  return pstnAudioBetween(
    hangingUpTheOther(({ InvocationEventType: type }) => {
      if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
      return type === 'ACTION_FAILED' ? respond(actions.hangup()) : respond();
    }),
    callee === undefined ? options : { ...options, hosts: new Map([['bob.test', callee]]) },
  );
}

/** The types of the events that the function was told of. */
export function eventTypes({ told }: PstnAudioFixture): string[] {
  return told.map(({ InvocationEventType }) => InvocationEventType);
}
