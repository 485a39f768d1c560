import {
  actions,
  hangingUpTheOther,
  pstnAudioBetween,
  respond,
  type PstnAudioFixture,
} from '../../support/pstn-audio-fixture.ts';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';

/** PSTN Audio with a function that bridges every caller to one callee: Bob, or somebody else's telephone. */
export function bridgedLine(callee?: SipAddress): Promise<PstnAudioFixture> {
  return pstnAudioBetween(
    hangingUpTheOther(({ InvocationEventType: type }) => {
      if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
      return type === 'ACTION_FAILED' ? respond(actions.hangup()) : respond();
    }),
    callee === undefined ? {} : { hosts: new Map([['bob.test', callee]]) },
  );
}

/** The types of the events that the function was told of. */
export function eventTypes({ told }: PstnAudioFixture): string[] {
  return told.map(({ InvocationEventType }) => InvocationEventType);
}
