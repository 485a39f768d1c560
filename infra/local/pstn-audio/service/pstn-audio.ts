import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { PstnAudioConfig, SipMediaApplication } from '../config/config.ts';
import { ManagedObjects, type Hosts, type RuleMatch } from '../config/managed-objects.ts';
import { openRtpEndpoint, type RtpEndpoint } from '../media/rtp-endpoint.ts';
import type { SpeechSynthesizer } from '../media/speech/speech-synthesizer.ts';
import { pcmuAnswer, pcmuOffer } from '../sip/pcmu-session.ts';
import { startSipUserAgent, type IncomingCall, type SipAddress, type SipTiming } from '../sip/user-agent.ts';
import { defaultBehavior, type Behavior } from '../config/behavior.ts';
import { noBuckets, type Buckets } from '../storage/buckets.ts';
import { noBots, type Bots } from './bots.ts';
import type { MeetingDoor, ServiceParts } from './call-control.ts';
import { summarizeInvite, type InviteSummary } from './inbound-invite.ts';
import { Invoker } from './invocation/invoker.ts';
import { awsInvocationPolicy, type InvocationPolicy, type InvokeFunction } from './invocation/invoke-with-retry.ts';
import { CallerLeg } from './legs/caller-leg.ts';
import type { PstnAudioObserver } from './trace.ts';
import { rateLimit } from './rate-limit.ts';
import { Transaction } from './transaction.ts';

/** Amazon Chime SDK developer guide, voice-focus. */
const voiceFocusPerSecond = 5;

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
  /** UDP port; default 0, any free one. */
  readonly port?: number;
}

export interface PstnAudio {
  /** Where it takes calls. */
  readonly address: SipAddress;
  /** Legs that are connected now, over all calls. */
  readonly connectedLegs: number;
  /** Resolves when no call is left. */
  idle(): Promise<void>;
  /** Ends all calls and frees every port. */
  close(): Promise<void>;
}

/** Starts the PSTN Audio service: takes SIP calls and lets functions decide what becomes of them. */
export async function startPstnAudio(options: PstnAudioOptions): Promise<PstnAudio> {
  const { clock, timers, ids, sipTiming, port } = options;
  const sip = await startSipUserAgent({
    timers,
    ids,
    userAgentName: 'PSTN Audio',
    ...(sipTiming === undefined ? {} : { timing: sipTiming }),
    ...(port === undefined ? {} : { port }),
  });
  const behavior = options.behavior ?? defaultBehavior;
  const parts: ServiceParts = {
    clock,
    timers,
    ids,
    sip,
    objects: new ManagedObjects(options.config, options.hosts),
    openAudio: () => openRtpEndpoint({ timers, ids }),
    meetings: options.meetings,
    speech: options.speech,
    behavior,
    buckets: options.buckets ?? noBuckets,
    bots: options.bots ?? noBots,
    limits: {
      voiceFocus: rateLimit(voiceFocusPerSecond, clock),
      speak: rateLimit(behavior.SpeakRequestsPerSecond, clock),
    },
  };
  const calls = new Map<Promise<void>, CallUnderWay>();
  sip.onInvite = (call) => {
    const underWay: CallUnderWay = { transaction: undefined };
    const work = takeCall(call, parts, options, underWay)
      // No port for audio, say: the caller is told, and other calls go on.
      .catch(() => {
        underWay.transaction?.end(480);
        call.reject(500);
      })
      .finally(() => calls.delete(work));
    calls.set(work, underWay);
  };
  const all = (): Transaction[] => [...calls.values()].flatMap(({ transaction }) => transaction ?? []);

  return {
    address: sip.address,
    get connectedLegs() {
      return all()
        .flatMap(({ legs }) => legs)
        .filter(({ connected }) => connected).length;
    },
    async idle() {
      while (calls.size > 0) await Promise.allSettled(calls.keys());
    },
    async close() {
      sip.onInvite = undefined;
      for (const transaction of all()) transaction.end(480);
      await sip.close();
    },
  };
}

/** A call that has come in, and the application that has it now. */
interface CallUnderWay {
  transaction: Transaction | undefined;
}

/** A call comes in: the rule's applications are tried in their order until one takes it. */
async function takeCall(
  call: IncomingCall,
  parts: ServiceParts,
  options: PstnAudioOptions,
  underWay: CallUnderWay,
): Promise<void> {
  const invite = summarizeInvite(call.request);
  const match = parts.objects.ruleFor({ number: invite.dialled, host: invite.host });
  if (match === undefined) return call.reject(404);
  const audio = await parts.openAudio();
  // An INVITE may come without an offer: the 200 brings ours then, and the ACK the answer (RFC 3261 §13.2.1).
  const answerSdp = call.remoteSdp === undefined ? pcmuOffer(audio.address) : pcmuAnswer(call.remoteSdp, audio.address);
  if (answerSdp === undefined) {
    call.reject(488);
    return audio.close();
  }

  const transactionId = parts.ids.uuid();
  const caller = callerLeg(call, invite, { parts, audio, answerSdp });
  for (const application of match.applications) {
    const transaction = new Transaction({
      parts,
      caller,
      invoker: invoker(application, match, transactionId, options),
    });
    underWay.transaction = transaction;
    if ((await transaction.run()) || !caller.connected) break;
  }
  // No function could be had: the call ends with 480 (timeouts).
  caller.hangUp(480);
  await caller.ended;
  await audio.close();
}

function callerLeg(
  call: IncomingCall,
  { dialled, from, sipHeaders }: InviteSummary,
  { parts, audio, answerSdp }: { parts: ServiceParts; audio: RtpEndpoint; answerSdp: string },
): CallerLeg {
  const description = {
    callId: parts.ids.uuid(),
    tag: 'LEG-A',
    to: dialled ?? '',
    from,
    direction: 'Inbound',
    startedAt: parts.clock.now(),
    ...(sipHeaders === undefined ? {} : { sipHeaders }),
  } as const;
  return new CallerLeg({ description, call, audio, answerSdp });
}

function invoker(
  application: SipMediaApplication,
  { rule }: RuleMatch,
  transactionId: string,
  options: PstnAudioOptions,
): Invoker {
  const { config, invoke, timers, invocationPolicy = awsInvocationPolicy, observer = {} } = options;
  return new Invoker({
    transactionId,
    functionArn: application.Endpoints[0]?.LambdaArn ?? '',
    application: {
      awsAccountId: config.AwsAccountId,
      awsRegion: application.AwsRegion,
      sipRuleId: rule.SipRuleId,
      sipMediaApplicationId: application.SipMediaApplicationId,
    },
    invoke,
    policy: invocationPolicy,
    timers,
    stopwatch: () => performance.now(),
    observer,
  });
}
