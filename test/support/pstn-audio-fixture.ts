import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startSoftPhone, type Dialled, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { parsePstnAudioConfig } from '../../infra/local/pstn-audio/config/config.ts';
import type { InvokeFunction } from '../../infra/local/pstn-audio/service/invocation/invoke-with-retry.ts';
import {
  startPstnAudio,
  type PstnAudio,
  type PstnAudioOptions,
} from '../../infra/local/pstn-audio/service/pstn-audio.ts';
import type { OutboundCallRequest } from '../../infra/local/pstn-audio/service/call-desk.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';

export const dialIn = '+14255550100';
export const voiceConnectorArn = 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4';
export const voices = { alice: 440, bob: 620 } as const;

interface Told {
  readonly InvocationEventType: string;
  readonly Sequence: number;
  readonly ErrorType?: string;
  readonly ActionData?: {
    readonly Type: string;
    readonly ErrorType?: string;
    readonly ErrorMessage?: string;
    readonly Parameters?: Readonly<Record<string, unknown>>;
  };
  readonly CallDetails: {
    readonly TransactionId: string;
    readonly SipRuleId?: string;
    readonly AwsRegion: string;
    readonly SipMediaApplicationId: string;
    readonly TransactionAttributes?: Readonly<Record<string, string>>;
    readonly Participants: readonly {
      readonly CallId: string;
      readonly ParticipantTag: string;
      readonly Status?: string;
      readonly SipHeaders?: Readonly<Record<string, string>>;
      readonly To: string;
      readonly From: string;
      readonly Direction: string;
      readonly StartTimeInMilliseconds: string;
    }[];
  };
}
export type ToldEvent = Told;

/** What a scripted function answers to an event. */
export type Script = (event: Told) => unknown;

export interface PstnAudioFixture {
  readonly service: PstnAudio;
  readonly alice: SoftPhone;
  readonly bob: SoftPhone;
  /** Every event the function was told of, in order. */
  readonly told: Told[];
  /** Resolves when the function has been told of so many. */
  hasTold(count: number): Promise<void>;
  readonly traces: InvocationTrace[];
  /** Alice dials the service. */
  dial(headers?: Readonly<Record<string, string>>, number?: string): ReturnType<SoftPhone['dial']>;
  /** CreateSipMediaApplicationCall: a call from the service's number to Bob's. */
  place(request?: Partial<OutboundCallRequest>): { readonly transactionId: string };
  /** UpdateSipMediaApplicationCall for the call that the function was told of last. */
  update(given: Readonly<Record<string, string>>): 'accepted' | undefined;
  close(): Promise<void>;
}

/** Bob's telephone number. */
export const bobsNumber = '+12065550141';

/** PSTN Audio between two real telephones, with a function that follows a script. Bob answers for every other number. */
export async function pstnAudioBetween(
  script: Script,
  options: Partial<PstnAudioOptions> = {},
): Promise<PstnAudioFixture> {
  const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
  const alice = await startSoftPhone({ ...ports, name: 'Alice', voiceHz: voices.alice });
  const bob = await startSoftPhone({ ...ports, name: 'Bob', voiceHz: voices.bob });
  const told: Told[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const traces: InvocationTrace[] = [];
  const invoke: InvokeFunction = (_arn, event) => {
    const heard = event as Told;
    told.push(heard);
    for (const { count, resolve } of waiting) if (told.length >= count) resolve();
    return Promise.resolve({ kind: 'payload', payload: script(heard) });
  };
  const service = await startPstnAudio({
    config: configFor('us-east-1'),
    hosts: new Map([
      ['alice.test', alice.address],
      ['bob.test', bob.address],
    ]),
    ...ports,
    invoke,
    meetings: { join: () => undefined, setMuted: (_meetingId, attendeeIds) => attendeeIds },
    speech: { name: 'silence', say: () => Promise.resolve(new Int16Array(320)) },
    observer: { onInvocation: (trace) => traces.push(trace) },
    ...options,
  });
  return {
    service,
    alice,
    bob,
    told,
    traces,
    hasTold: (count) =>
      new Promise((resolve) => {
        if (told.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    dial: (headers, number = dialIn) =>
      alice.dial({
        target: service.address,
        requestUri: `sip:${number}@${service.address.host}`,
        from: 'sip:+12065550123@alice.test',
        ...(headers === undefined ? {} : { headers }),
      }),
    place(request) {
      const placed = service.desk.placeCall({
        sipMediaApplicationId: 'a1',
        fromPhoneNumber: dialIn,
        toPhoneNumber: bobsNumber,
        sipHeaders: {},
        argumentsMap: undefined,
        ...request,
      });
      if (placed === 'busy') throw new Error('the service has as many calls as it may have');
      return placed;
    },
    update(given) {
      const { TransactionId: transactionId = '', SipMediaApplicationId: sipMediaApplicationId = '' } =
        told.at(-1)?.CallDetails ?? {};
      return service.desk.updateCall({ sipMediaApplicationId, transactionId, arguments: given });
    },
    async close() {
      await Promise.all([alice.close(), bob.close()]);
      await service.close();
    },
  };
}

export function configFor(region: string): PstnAudioOptions['config'] {
  const target = 'a1';
  return parsePstnAudioConfig({
    AwsAccountId: '111122223333',
    PhoneNumbers: [{ E164PhoneNumber: dialIn, ProductType: 'SipMediaApplicationDialIn' }],
    SipMediaApplications: [
      {
        SipMediaApplicationId: target,
        AwsRegion: region,
        Name: 'test',
        Endpoints: [{ LambdaArn: `arn:aws:lambda:${region}:111122223333:function:test` }],
      },
    ],
    SipRules: [
      {
        SipRuleId: 'r1',
        Name: 'test',
        TriggerType: 'ToPhoneNumber',
        TriggerValue: dialIn,
        TargetApplications: [{ SipMediaApplicationId: target, Priority: 1, AwsRegion: region }],
      },
    ],
    VoiceConnectors: [
      {
        VoiceConnectorId: 'abcdef1ghij2klmno3pqr4',
        VoiceConnectorArn: voiceConnectorArn,
        AwsRegion: region,
        Name: 'test',
        Origination: { Routes: [{ Host: 'bob.test', Port: 5060, Protocol: 'UDP', Priority: 1, Weight: 1 }] },
      },
    ],
    Pstn: { Routes: [{ Prefix: '+1', Host: 'bob.test', Port: 5060 }] },
  });
}

/** Actions as a function writes them. */
export const actions = {
  bridgeToBob: {
    Type: 'CallAndBridge',
    Parameters: {
      CallerIdNumber: dialIn,
      CallTimeoutSeconds: 5,
      Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: bobsNumber }],
    },
  },
  bridgeToVoiceConnector: (headers?: Readonly<Record<string, string>>) => ({
    Type: 'CallAndBridge',
    Parameters: {
      CallerIdNumber: dialIn,
      Endpoints: [{ BridgeEndpointType: 'AWS', Arn: voiceConnectorArn, Uri: 'support' }],
      ...(headers === undefined ? {} : { SipHeaders: headers }),
    },
  }),
  hangup: (callId?: string) => ({
    Type: 'Hangup',
    Parameters: { SipResponseCode: '0', ...(callId === undefined ? {} : { CallId: callId }) },
  }),
  speak: { Type: 'Speak', Parameters: { Text: 'Goodbye.' } },
};

export function respond(...list: readonly unknown[]): { SchemaVersion: string; Actions: readonly unknown[] } {
  return { SchemaVersion: '1.0', Actions: list };
}

/** Hangs up whoever is left when somebody hangs up; everything else is for the script. */
export function hangingUpTheOther(script: Script): Script {
  return (event) => {
    if (event.InvocationEventType !== 'HANGUP') return script(event);
    const left = event.CallDetails.Participants.filter(({ Status }) => Status === 'Connected');
    return respond(...left.map(({ CallId }) => actions.hangup(CallId)));
  };
}

/** Bob takes the next call. */
export function bobAnswers({
  bob,
}: PstnAudioFixture): Promise<{ call: PhoneCall; invite: Parameters<NonNullable<SoftPhone['onRing']>>[0]['invite'] }> {
  return new Promise((resolve) => {
    bob.onRing = (ringing) =>
      void ringing.answer().then((call) => {
        if (call !== undefined) resolve({ call, invite: ringing.invite });
      });
  });
}

/** Starts PSTN Audio as each test wants it, and ends it after the test. */
export function pstnAudioForEachTest(): typeof pstnAudioBetween {
  let open: PstnAudioFixture | undefined;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  return async (script, options) => {
    open = await pstnAudioBetween(script, options);
    return open;
  };
}

/** Alice dials; what becomes of it. */
export async function outcomeOf(
  fixture: PstnAudioFixture,
  headers?: Readonly<Record<string, string>>,
): Promise<Awaited<Dialled['outcome']>> {
  return (await fixture.dial(headers)).outcome;
}

/** Alice dials, and somebody answers. */
export async function connected(
  fixture: PstnAudioFixture,
  headers?: Readonly<Record<string, string>>,
): Promise<PhoneCall> {
  const outcome = await outcomeOf(fixture, headers);
  if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
  return outcome.call;
}

/** What the function was told of: event and action. */
export function typesOf({ told }: PstnAudioFixture): string[] {
  return told.map(({ InvocationEventType: type, ActionData: data }) =>
    data === undefined ? type : `${type} ${data.Type}`,
  );
}
