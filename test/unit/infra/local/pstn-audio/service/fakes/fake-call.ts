import { defaultBehavior, type Behavior } from '../../../../../../../infra/local/pstn-audio/config/behavior.ts';
import type { ManagedObjects, SipPeer } from '../../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import { ArmedDigits } from '../../../../../../../infra/local/pstn-audio/service/armed-digits.ts';
import { noBots, type Bots } from '../../../../../../../infra/local/pstn-audio/service/bots.ts';
import type {
  CallControl,
  MeetingDoor,
  ServiceParts,
} from '../../../../../../../infra/local/pstn-audio/service/call-control.ts';
import { CallRecordings } from '../../../../../../../infra/local/pstn-audio/service/call-recordings.ts';
import type { Leg, LegDescription } from '../../../../../../../infra/local/pstn-audio/service/legs/leg.ts';
import type { InviteRequest } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import type { BucketProblem, Buckets } from '../../../../../../../infra/local/pstn-audio/storage/buckets.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { FakeAudio } from './fake-audio.ts';
import { FakeLeg, ownNumber } from './fake-leg.ts';
import { FakeOutgoingCall } from './fake-outgoing-call.ts';

export const voiceConnectorArn = 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4';

export interface FakeCallOptions {
  readonly caller?: Partial<LegDescription>;
  readonly behavior?: Partial<Behavior>;
  readonly bots?: Bots;
  readonly meetings?: Partial<MeetingDoor>;
  /** Behind every number and every Voice Connector of our own. */
  readonly peers?: readonly SipPeer[];
  readonly objects?: Readonly<Record<string, Uint8Array>>;
  readonly words?: Int16Array;
  readonly timers?: TimersFake;
  /** In place of what is made up here. */
  readonly parts?: Partial<ServiceParts>;
}

/** One call as actions see it, in the hands of a test. */
export class FakeCall implements CallControl {
  readonly timers: TimersFake;
  readonly caller: FakeLeg<FakeAudio>;
  readonly legs: Leg[];
  readonly transactionId = 'transaction-1';
  readonly awsRegion = 'us-east-1';
  readonly sipMediaApplicationId = 'application-1';
  invokedLeg: Leg | undefined;
  readonly armedDigits = new ArmedDigits();
  readonly callRecordings = new CallRecordings();
  readonly bridged: [unknown, unknown][] = [];
  readonly placed: FakeOutgoingCall[] = [];
  /** What watchers were told: tags and SIP Call-IDs of INVITEs, and notes. */
  readonly invites: string[] = [];
  readonly notes: string[] = [];
  /** What DIGITS_RECEIVED told. */
  readonly received: { readonly parameters: object; readonly digits: string }[] = [];
  readonly opened: FakeAudio[] = [];
  /** What was spoken, by a synthesizer that says `words` for every text. */
  readonly spoken: string[] = [];
  /** By bucket and key. Buckets "missing" and "locked" are not there, or are not for us. */
  readonly objects: Map<string, Uint8Array>;
  readonly parts: ServiceParts;

  constructor(options: FakeCallOptions = {}) {
    const { timers = new TimersFake() } = options;
    this.timers = timers;
    this.caller = new FakeLeg(options.caller, new FakeAudio(timers));
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
    this.parts = { ...parts, ...options.parts } as unknown as ServiceParts;
  }

  addLeg(leg: Leg): void {
    this.legs.push(leg);
  }
  bridge(a: unknown, b: unknown): void {
    this.bridged.push([a, b]);
  }
  inviteSent(tag: string, sipCallId: string): void {
    this.invites.push(`${tag} ${sipCallId}`);
  }
  note(text: string): void {
    this.notes.push(text);
  }
  digitsReceived(parameters: object, digits: string): void {
    this.received.push({ parameters, digits });
  }

  /** A second leg that is there already. */
  withLegB(changes: Partial<Leg> = {}): this {
    this.legs.push(Object.assign(new FakeLeg({ tag: 'LEG-B' }, new FakeAudio(this.timers)), changes));
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
      folderOf: (bucket) => (bucket === 'missing' ? undefined : `/buckets/${bucket}`),
    };
  }
}
