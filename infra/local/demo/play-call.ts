import { readUserToUser } from '../../../shared/contracts/user-to-user.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import type { DeviceCallOutcome, PlacedCall } from '../alexa/device/device.ts';
import { voices, type LocalCloud } from '../cloud/local-cloud.ts';
import type { Conversation } from '../contact-center/conversation.ts';
import type { InvocationTrace } from '../pstn-audio/service/trace.ts';
import type { CallReport } from './call-report.ts';
import type { Scenario } from './scenarios.ts';

/** What is seen while a call is played. */
export interface Witness {
  readonly call: Promise<PlacedCall>;
  readonly conversation: Promise<Conversation>;
  readonly invocations: readonly InvocationTrace[];
  readonly decisions: readonly Decision[];
  /** From the placing of the call until a person answered; undefined until then. */
  readonly millisecondsToAnswer: number | undefined;
}

/** Why the call went where it went, as the SMA function logged it. */
export interface Decision {
  readonly ruleId: string;
  readonly tableVersion: number;
  /** `branch:reason/branch:reason` */
  readonly passedOver?: string;
}

/** How long anything of a call may take before it counts as not happening, in milliseconds. */
const patienceMs = 15_000;

/** Plays one scenario from the first word to the last leg, and reports what happened. */
export async function playCall(
  cloud: LocalCloud,
  scenario: Scenario,
  witness: Witness,
  timers: Timers,
): Promise<CallReport> {
  const soon = <Value>(work: Promise<Value>): Promise<Value | undefined> => within(patienceMs, work, timers);
  const speech: string[] = [];
  for (const utterance of scenario.utterances) speech.push((await cloud.alexa.say(utterance)).speech);

  const call = await soon(witness.call);
  const outcome = call === undefined ? undefined : await soon(call.outcome);
  const conversation = outcome?.kind === 'connected' ? await soon(witness.conversation) : undefined;
  const audio = await listen(outcome, conversation, soon);

  if (scenario.endedBy === 'callee') conversation?.hangUp();
  else call?.hangUp();
  const ended = await soon(cloud.pstnAudio.idle().then(() => true));
  // Whatever went wrong, the next call is not to meet this one.
  if (ended === undefined) call?.hangUp();

  const session = call === undefined ? undefined : readUserToUser({ 'User-to-User': call.userToUser });
  return {
    case: scenario.case,
    utterances: scenario.utterances,
    speech,
    contextId: session?.kind === 'clientSession' ? session.clientSessionId : null,
    sip:
      call === undefined
        ? null
        : { requestUri: call.requestUri, userToUser: call.userToUser, alexaClientId: call.alexaClientId },
    invocations: witness.invocations.map(({ invocationEventType, sequence, actions, milliseconds }) => ({
      InvocationEventType: invocationEventType,
      Sequence: sequence,
      actions,
      milliseconds: Math.round(milliseconds * 10) / 10,
    })),
    destination: conversation?.destination ?? null,
    contextSeenByAgent: conversation?.contextSeen ?? null,
    audio,
    legsLeftConnected: cloud.pstnAudio.connectedLegs,
    millisecondsToAnswer: witness.millisecondsToAnswer === undefined ? null : Math.round(witness.millisecondsToAnswer),
  };
}

type Soon = <Value>(work: Promise<Value>) => Promise<Value | undefined>;

async function listen(
  outcome: DeviceCallOutcome | undefined,
  conversation: Conversation | undefined,
  soon: Soon,
): Promise<CallReport['audio']> {
  if (outcome?.kind !== 'connected' || conversation === undefined)
    return { callerHeardCallee: false, calleeHeardCaller: false, packetsLost: 0 };
  const [callerHeard, calleeHeard] = await Promise.all([
    soon(outcome.call.hears(conversation.voiceHz)),
    soon(conversation.hears(voices.caller)),
  ]);
  return {
    callerHeardCallee: callerHeard ?? false,
    calleeHeardCaller: calleeHeard ?? false,
    packetsLost: outcome.call.packetsLost + conversation.packetsLost,
  };
}

function within<Value>(milliseconds: number, work: Promise<Value>, timers: Timers): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const timer = timers.after(milliseconds, () => resolve(undefined));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
