import * as sdk from '@aws-sdk/client-chime-sdk-voice';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { startSoftPhone, type RingingCall, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import {
  aStandalone,
  configuration,
  functionArn,
  playing,
  regions,
  type StandaloneFixture,
} from './standalone-fixture.ts';

export const frankfurt = 'eu-central-1';

/** The tones that they say. */
export const voices = { alice: 440, bob: 620, carol: 880 } as const;

/** Plays its prompt again and again until it is asked for something else: then that, once. */
const untilUpdated = `exports.handler = async ({ InvocationEventType: type }) => {
  const play = (Key, Repeat) => ({ Type: 'PlayAudio', Parameters: { Repeat, AudioSource: { Type: 'S3', BucketName: 'prompts', Key } } });
  const answers = {
    NEW_INBOUND_CALL: [play('low.wav', 60)],
    CALL_ANSWERED: [play('low.wav', 60)],
    CALL_UPDATE_REQUESTED: [play('high.wav', 1), { Type: 'Hangup', Parameters: {} }],
  };
  return { SchemaVersion: '1.0', Actions: answers[type] ?? [] };
};`;

/** The service with functions and nothing else, a real client of its API, and telephones. */
export interface VoiceApiFixture {
  readonly standalone: StandaloneFixture['standalone'];
  readonly client: sdk.ChimeSDKVoiceClient;
  readonly bob: SoftPhone;
  readonly carol: SoftPhone;
  /** Alice dials a number; the call, or the status that refused it. */
  dial(number: string): Promise<PhoneCall | number>;
  /** The account gets the number. */
  order(number: string, ProductType: sdk.PhoneNumberProductType): Promise<void>;
  /** An application for the function in this Region; its id. */
  createApplication(region: string): Promise<string>;
  /** A rule that sends a number's calls to an application; its id. */
  createRule(number: string, application: string, region: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Functions: in the east one that plays low.wav once, in the west one that plays high.wav once, and in Frankfurt one that plays
 * low.wav until it is asked for something else. Bob has all numbers of the telephone network.
 */
export async function aVoiceApi(): Promise<VoiceApiFixture> {
  const phone = async (name: keyof typeof voices): Promise<SoftPhone> =>
    startSoftPhone({ timers: systemTimers, ids: systemIds, name, voiceHz: voices[name] });
  const [alice, bob, carol] = await Promise.all([phone('alice'), phone('bob'), phone('carol')]);
  const { Sip, Functions, Buckets } = configuration({ east: './low.js', west: './high.js' });
  const patient = { FunctionArn: functionArn(frankfurt), Module: './until-updated.js', Handler: 'handler' };
  const fixture = await aStandalone(
    {
      Sip,
      Buckets,
      Functions: [...(Functions as readonly object[]), patient],
      Pstn: { Routes: [{ Prefix: '+1', Host: 'telephone-network.test' }] },
    },
    { 'low.js': playing('low.wav'), 'high.js': playing('high.wav'), 'until-updated.js': untilUpdated },
    { hosts: new Map([['telephone-network.test', bob.address]]) },
  );
  const { standalone } = fixture;
  const client = new sdk.ChimeSDKVoiceClient({
    endpoint: standalone.voiceApi,
    region: regions.east,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    standalone,
    client,
    bob,
    carol,
    async dial(number) {
      const { address } = standalone.pstnAudio;
      const requestUri = `sip:${number}@${address.host}`;
      const dialled = await alice.dial({ target: address, requestUri, from: 'sip:+12065550123@alice.test' });
      const outcome = await dialled.outcome;
      if (outcome.kind === 'connected') return outcome.call;
      return outcome.kind === 'refused' ? outcome.status : Promise.reject(new Error(outcome.kind));
    },
    async order(number, ProductType) {
      await client.send(new sdk.CreatePhoneNumberOrderCommand({ ProductType, E164PhoneNumbers: [number] }));
    },
    async createApplication(AwsRegion) {
      const Endpoints = [{ LambdaArn: functionArn(AwsRegion) }];
      const { SipMediaApplication } = await client.send(
        new sdk.CreateSipMediaApplicationCommand({ Name: 'main', AwsRegion, Endpoints }),
      );
      return SipMediaApplication?.SipMediaApplicationId ?? '';
    },
    async createRule(TriggerValue, SipMediaApplicationId, AwsRegion) {
      const { SipRule } = await client.send(
        new sdk.CreateSipRuleCommand({
          Name: 'main',
          TriggerType: 'ToPhoneNumber',
          TriggerValue,
          TargetApplications: [{ SipMediaApplicationId, Priority: 1, AwsRegion }],
        }),
      );
      return SipRule?.SipRuleId ?? '';
    },
    async close() {
      client.destroy();
      await fixture.close();
      await Promise.all([alice, bob, carol].map(async (each) => each.close()));
    },
  };
}

/** The next call that rings at a phone, answered. */
export async function answers(phone: SoftPhone): Promise<PhoneCall> {
  const { promise, resolve } = Promise.withResolvers<RingingCall>();
  phone.onRing = resolve;
  const call = await (await promise).answer();
  if (call === undefined) throw new Error('the caller has left');
  return call;
}
