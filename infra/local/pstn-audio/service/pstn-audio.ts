import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import { defaultBehavior, type Behavior } from '../config/behavior.ts';
import type { PstnAudioConfig } from '../config/config.ts';
import { openRtpEndpoint } from '../media/rtp-endpoint.ts';
import type { SpeechSynthesizer } from '../media/speech/speech-synthesizer.ts';
import type { Hosts, ManagedObjects } from '../objects/managed-objects.ts';
import { openObjects } from '../objects/open-objects.ts';
import { startSipUserAgent, type Protocol, type SipAddress, type SipTiming } from '../sip/user-agent.ts';
import { noBuckets, type Buckets } from '../storage/buckets.ts';
import { noBots, type Bots } from './bots.ts';
import type { MeetingDoor, ServiceParts } from './call-control.ts';
import type { CallDesk } from './call-desk.ts';
import type { CallSetup } from './call-setup.ts';
import { CallsUnderWay } from './calls-under-way.ts';
import { awsInvocationPolicy, type InvocationPolicy, type InvokeFunction } from './invocation/invoke-with-retry.ts';
import { listenForSip, type SipListening } from './listen-for-sip.ts';
import { openCallDesk } from './open-call-desk.ts';
import { Reception } from './reception.ts';
import { rateLimit } from './rate-limit.ts';
import type { PstnAudioObserver } from './trace.ts';
import { noteTerminationHealth } from './trunk/termination-health.ts';

/** Amazon Chime SDK developer guide, voice-focus. */
const voiceFocusPerSecond = 5;
/** How long `close` waits for what functions are still to be told, and for recordings to be written. */
const farewellMs = 3000;

export interface PstnAudioOptions {
  readonly config: PstnAudioConfig;
  /** Where the configuration's host names are; default: as DNS has them. */
  readonly hosts?: Hosts;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly invoke: InvokeFunction;
  readonly meetings: MeetingDoor;
  readonly speech: SpeechSynthesizer;
  /** Default: none. */
  readonly buckets?: Buckets;
  /** Default: none. */
  readonly bots?: Bots;
  /** Default: the readings with the best evidence. */
  readonly behavior?: Behavior;
  readonly observer?: PstnAudioObserver;
  /** Default: AWS's 5 s and 20 s. */
  readonly invocationPolicy?: InvocationPolicy;
  /** Default: RFC 3261's. */
  readonly sipTiming?: Partial<SipTiming>;
  /** Default: UDP and TCP on a free port of 127.0.0.1. */
  readonly sip?: SipListening;
  /** Calls at a time. One more that comes in gets 503, one that is to be placed is refused. Default: no limit. */
  readonly maximumCalls?: number;
  /** Told of a fault of the service itself while it handled a message: that message is lost, and nothing else. Default: it is thrown. */
  readonly onFault?: (error: unknown) => void;
}

export interface PstnAudio {
  /** Where it takes calls, over UDP and TCP, as peers are told. */
  readonly address: SipAddress;
  /** Where it takes calls by each protocol. */
  readonly addresses: ReadonlyMap<Protocol, SipAddress>;
  /** The account's numbers, rules and applications; what is changed there counts for the next call. */
  readonly objects: ManagedObjects;
  /** What the Voice API may do to calls. */
  readonly desk: CallDesk;
  /** Legs that are connected now, over all calls. */
  readonly connectedLegs: number;
  /** Resolves when no call is left. */
  idle(): Promise<void>;
  /** Ends all calls, tells their functions so, and frees every port. */
  close(): Promise<void>;
}

/** Starts the PSTN Audio service: takes SIP calls and lets functions decide what becomes of them. */
export async function startPstnAudio(options: PstnAudioOptions): Promise<PstnAudio> {
  const { bots = noBots, buckets = noBuckets, clock, ids, invoke, meetings, speech, timers } = options;
  const { behavior = defaultBehavior, observer = {}, sipTiming } = options;
  const { sip: listening = {} } = options;
  const transports = await listenForSip(listening, timers);
  const advertised = listening.advertisedHost === undefined ? {} : { advertisedHost: listening.advertisedHost };
  const sip = await startSipUserAgent({
    timers,
    ids,
    transports,
    userAgentName: 'PSTN Audio',
    ...advertised,
    ...(sipTiming === undefined ? {} : { timing: sipTiming }),
    ...(options.onFault === undefined ? {} : { onFault: options.onFault }),
    ...(observer.onSip === undefined ? {} : { onTrace: (trace) => observer.onSip?.(trace) }),
  });
  const audioOptions = {
    timers,
    ids,
    ...(listening.host === undefined ? {} : { host: listening.host }),
    ...advertised,
    ...(observer.onRtp === undefined ? {} : { onTrace: observer.onRtp.bind(observer) }),
  };
  const objects = openObjects(options.config, { hosts: options.hosts, ids, clock });
  const parts: ServiceParts = {
    behavior,
    bots,
    buckets,
    clock,
    ids,
    meetings,
    objects,
    sip,
    speech,
    timers,
    openAudio: () => openRtpEndpoint(audioOptions),
    limits: {
      voiceFocus: rateLimit(voiceFocusPerSecond, clock),
      speak: rateLimit(behavior.SpeakRequestsPerSecond, clock),
    },
  };
  const { invocationPolicy: policy = awsInvocationPolicy } = options;
  const setup: CallSetup = { invoke, observer, parts, policy, stopwatch: () => performance.now() };
  const calls = new CallsUnderWay(options.maximumCalls);
  const reception = new Reception(calls, setup);
  sip.onInvite = (call) => reception.take(call);
  sip.onOptions = (request, source) => noteTerminationHealth(objects.registry, request, source);

  return {
    address: sip.address,
    addresses: sip.addresses,
    objects,
    desk: openCallDesk(calls, setup),
    get connectedLegs() {
      return calls.connectedLegs;
    },
    idle: () => calls.idle(),
    async close() {
      reception.close();
      calls.endAll(480);
      await within(farewellMs, calls.idle(), timers);
      await sip.close();
    },
  };
}

async function within(milliseconds: number, work: Promise<void>, timers: Timers): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = timers.after(milliseconds, () => late.resolve());
  await Promise.race([work, late.promise]);
  timer.cancel();
}
