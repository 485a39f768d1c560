import { builtFunctions } from '../../support/built-functions.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import type { PlacedCall } from '../../../infra/local/alexa/device/device.ts';
import type { DeviceCall } from '../../../infra/local/alexa/service/device-call.ts';
import { startLocalCloud, type LocalCloud } from '../../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../../infra/local/contact-center/conversation.ts';
import { exampleBank } from '../../../infra/local/demo/example-bank/example-bank.ts';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import type { InvocationTrace } from '../../../infra/local/pstn-audio/service/trace.ts';
import { within } from './within.ts';

export interface ExampleBankOptions {
  /** A contact centre of somebody else, in our desk's stead. */
  readonly contactCenter?: SipAddress;
  /** Who places the calls that Alexa orders: our Echo, or the test. */
  readonly calls: 'placedByOurEcho' | 'leftToTheTest';
}

/** Example Bank on the local cloud, all of it real: skill, stores, SMA function, console API. */
export interface ExampleBankCloud {
  readonly cloud: LocalCloud;
  /** A customer asks for support about a lost card. The skill stores the context and orders the call. */
  askForSupport(): Promise<void>;
  /** The call that Alexa has ordered and the test is to place. */
  deviceCall(): Promise<DeviceCall>;
  /** The call that our Echo has placed. */
  echoCall(): Promise<PlacedCall>;
  /** The first conversation with a person of ours. */
  conversation(): Promise<Conversation>;
  /** The events that the SMA function was told of, by type, with the action's name where there is one. */
  readonly told: readonly string[];
  close(): Promise<void>;
}

const contactCenterHost = 'support.example-bank.test';
const patienceMs = 15_000;

export async function startExampleBank({ contactCenter, calls }: ExampleBankOptions): Promise<ExampleBankCloud> {
  const ordered = Promise.withResolvers<DeviceCall>();
  const echoCall = Promise.withResolvers<PlacedCall>();
  const conversation = Promise.withResolvers<Conversation>();
  const told: string[] = [];
  const cloud = await startLocalCloud({
    bundles: await builtFunctions(),
    tenant: await exampleBank(),
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
    onCall: echoCall.resolve,
    onConversation: conversation.resolve,
    observer: { onInvocation: (trace) => told.push(titleOf(trace)) },
    ...(calls === 'leftToTheTest' && { placeCall: ordered.resolve }),
    ...(contactCenter !== undefined && { hosts: new Map([[contactCenterHost, contactCenter]]) }),
  });
  return {
    cloud,
    async askForSupport() {
      await cloud.alexa.say('ask example bank to call support about my lost card');
      await cloud.alexa.say('one two three four five six seven eight');
      await cloud.alexa.say('yes');
    },
    deviceCall: () => within(patienceMs, 'Alexa orders a call', ordered.promise),
    echoCall: () => within(patienceMs, 'the Echo calls', echoCall.promise),
    conversation: () => within(patienceMs, 'somebody answers', conversation.promise),
    told,
    close: () => cloud.close(),
  };
}

function titleOf({ event, invocationEventType }: InvocationTrace): string {
  const { ActionData: data } = event as { readonly ActionData?: { readonly Type: string } };
  return data === undefined ? invocationEventType : `${invocationEventType} ${data.Type}`;
}
