import { defaultBehavior, type Behavior } from '../../../../../../../infra/local/pstn-audio/config/behavior.ts';
import type { ManagedObjects, SipPeer } from '../../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import { ArmedDigits } from '../../../../../../../infra/local/pstn-audio/service/armed-digits.ts';
import { noBots, type Bots } from '../../../../../../../infra/local/pstn-audio/service/bots.ts';
import type { CallControl, MeetingDoor } from '../../../../../../../infra/local/pstn-audio/service/call-control.ts';
import { CallRecordings } from '../../../../../../../infra/local/pstn-audio/service/call-recordings.ts';
import type { FirstLeg, Leg, LegDescription } from '../../../../../../../infra/local/pstn-audio/service/legs/leg.ts';
import type { InviteRequest, OutgoingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import type { BucketProblem, Buckets } from '../../../../../../../infra/local/pstn-audio/storage/buckets.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { FakeAudio } from './fake-audio.ts';

export const ownNumber = '+14255550100';
export const callerNumber = '+12065550123';
export const voiceConnectorArn = 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4';

/** LEG-A, and what was done to it. */
export class FakeCaller implements FirstLeg {
  readonly description: LegDescription;
  readonly audio: FakeAudio;
  readonly done: string[] = [];
  connected = true;
  readonly #ended = Promise.withResolvers<number>();

  constructor(audio: FakeAudio, description: Partial<LegDescription>) {
    this.audio = audio;
    this.description = {
      callId: 'call-a',
      tag: 'LEG-A',
      to: ownNumber,
      from: callerNumber,
      direction: 'Inbound',
      startedAt: Date.parse('2026-11-18T15:00:00.010Z'),
      ...description,
    };
  }

  get ended(): Promise<number> {
    return this.#ended.promise;
  }

  ring(): void {
    this.done.push('ring');
  }
  earlyMedia(): void {
    this.done.push('earlyMedia');
  }
  answer(): void {
    this.done.push('answer');
  }
  hangUp(sipResponseCode: number): void {
    this.done.push(`hangUp ${sipResponseCode}`);
    this.leaves();
  }

  leaves(): void {
    this.connected = false;
    this.#ended.resolve(0);
  }
}

/** A phone that is called: the test is the other side. */
export class FakeOutgoingCall implements OutgoingCall {
  readonly id = 'out';
  readonly sipCallId = 'out@test';
  readonly invite: InviteRequest;
  remoteSdp: string | undefined;
  onRemoteSdp: OutgoingCall['onRemoteSdp'];
  onProgress: OutgoingCall['onProgress'];
  isHungUp = false;
  readonly #answered = Promise.withResolvers<Awaited<OutgoingCall['answered']>>();
  readonly #ended = Promise.withResolvers<Awaited<OutgoingCall['ended']>>();

  constructor(invite: InviteRequest) {
    this.invite = invite;
  }

  get answered(): OutgoingCall['answered'] {
    return this.#answered.promise;
  }
  get ended(): OutgoingCall['ended'] {
    return this.#ended.promise;
  }
  cancel(): void {
    this.hangUp();
  }
  hangUp(): void {
    this.isHungUp = true;
  }

  progresses(status: number, sdp?: string): void {
    this.remoteSdp = sdp ?? this.remoteSdp;
    this.onProgress?.(status, sdp);
  }
  answers(outcome: Awaited<OutgoingCall['answered']>): void {
    this.#answered.resolve(outcome);
  }
}

export interface FakeCallOptions {
  readonly caller?: Partial<LegDescription>;
  readonly behavior?: Partial<Behavior>;
  readonly bots?: Bots;
  readonly meetings?: Partial<MeetingDoor>;
  /** Behind every number and every Voice Connector of our own. */
  readonly peers?: readonly SipPeer[];
  readonly objects?: Readonly<Record<string, Uint8Array>>;
  readonly words?: Int16Array;
}

/** One call as actions see it, in the hands of a test. */
export class FakeCall implements CallControl {
  readonly timers = new TimersFake();
  readonly caller: FakeCaller;
  readonly legs: Leg[];
  readonly transactionId = 'transaction-1';
  readonly awsRegion = 'us-east-1';
  readonly sipMediaApplicationId = 'application-1';
  readonly armedDigits = new ArmedDigits();
  readonly callRecordings = new CallRecordings();
  readonly bridged: [unknown, unknown][] = [];
  readonly placed: FakeOutgoingCall[] = [];
  readonly opened: FakeAudio[] = [];
  /** What was spoken, by a synthesizer that says `words` for every text. */
  readonly spoken: string[] = [];
  /** By bucket and key. Buckets "missing" and "locked" are not there, or are not for us. */
  readonly objects: Map<string, Uint8Array>;
  readonly parts: CallControl['parts'];

  constructor(options: FakeCallOptions = {}) {
    const { timers } = this;
    this.caller = new FakeCaller(new FakeAudio(timers), options.caller ?? {});
    this.legs = [this.caller];
    this.objects = new Map(Object.entries(options.objects ?? {}));
    const peers = options.peers ?? [{ host: '127.0.0.1', port: 5070 }];
    const parts = {
      clock: timers,
      timers,
      ids: idsFake(),
      sip: {
        address: { host: '127.0.0.1', port: 5060 },
        addresses: new Map(['UDP', 'TCP'].map((protocol) => [protocol, { host: '127.0.0.1', port: 5060 }])),
        invite: (request: InviteRequest) => {
          const call = new FakeOutgoingCall(request);
          this.placed.push(call);
          return call;
        },
      },
      objects: {
        awsAccountId: '111122223333',
        ownsNumber: (number: string) => number === ownNumber,
        pstnPeer: () => peers[0],
        routesTo: (arn: string) => (arn === voiceConnectorArn ? peers : undefined),
      } as unknown as ManagedObjects,
      behavior: { ...defaultBehavior, ...options.behavior },
      openAudio: () => {
        const audio = new FakeAudio(timers);
        this.opened.push(audio);
        return Promise.resolve(audio);
      },
      meetings: { join: () => undefined, setMuted: (_id: string, ids: readonly string[]) => ids, ...options.meetings },
      speech: {
        name: 'fake',
        say: (text: string) => {
          this.spoken.push(text);
          return Promise.resolve(options.words ?? new Int16Array(160));
        },
      },
      buckets: this.#buckets(),
      bots: options.bots ?? noBots,
      limits: { voiceFocus: { take: () => true }, speak: { take: () => true } },
    };
    this.parts = parts as unknown as CallControl['parts'];
  }

  addLeg(leg: Leg): void {
    this.legs.push(leg);
  }
  bridge(a: unknown, b: unknown): void {
    this.bridged.push([a, b]);
  }
  digitsReceived(): void {}

  /** A second leg that is there already. */
  withLegB(leg: Partial<Leg> = {}): this {
    const description = { ...this.caller.description, callId: 'call-b', tag: 'LEG-B' as const };
    this.legs.push({
      description,
      connected: true,
      audio: new FakeAudio(this.timers),
      ended: new Promise(() => undefined),
      hangUp: () => undefined,
      ...leg,
    });
    return this;
  }

  #buckets(): Buckets {
    const problem = (bucket: string): BucketProblem | undefined =>
      bucket === 'missing' ? 'noSuchBucket' : bucket === 'locked' ? 'notAllowed' : undefined;
    return {
      read: (bucket, key) =>
        Promise.resolve(problem(bucket) ?? this.objects.get(`${bucket}/${key}`) ?? ('noSuchKey' as const)),
      write: (bucket, key, bytes) => {
        const wrong = problem(bucket);
        if (wrong === undefined) this.objects.set(`${bucket}/${key}`, bytes);
        return Promise.resolve(wrong ?? ('written' as const));
      },
    };
  }
}
