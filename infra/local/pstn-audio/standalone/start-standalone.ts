import { systemClock } from '../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../shared/adapters/system/system-timers.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { FunctionsHost } from '../../functions/functions-host.ts';
import { startMeetings } from '../../meetings/meetings.ts';
import { unqualified } from '../config/function.ts';
import { startVoiceApi } from '../api/start-voice-api.ts';
import { findSpeechSynthesizer } from '../media/speech/find-speech-synthesizer.ts';
import { meetingDoor } from '../doors/meeting-door.ts';
import { scriptedBots } from '../service/bots/scripted-bots.ts';
import { startPstnAudio, type PstnAudio, type PstnAudioOptions } from '../service/pstn-audio.ts';
import type { PstnAudioObserver } from '../service/trace.ts';
import { folderBuckets } from '../storage/folder-buckets.ts';
import { placeIn } from './functions/load-problem.ts';
import { runFunctions } from './functions/run-functions.ts';
import { invocationDoor } from './invocation-door.ts';
import { listeningProblem } from './listening-problem.ts';
import { allObservers } from './observers.ts';
import { readSetup, type Setup } from './read-setup.ts';
import { CallWatch } from './watching/call-watch.ts';
import type { CallWatcher } from './watching/watched-call.ts';

export interface StandaloneOptions extends Pick<PstnAudioOptions, 'hosts' | 'invocationPolicy' | 'sipTiming'> {
  /** A JSON file; relative paths in it are meant from where it is. */
  readonly configFile: string;
  /** Those who want to know what happens in calls: a ladder, a file. */
  readonly watchers?: readonly CallWatcher[];
  /** Those who want SIP and audio as they are: a capture. */
  readonly observers?: readonly PstnAudioObserver[];
  /** A line about a function that could not be loaded, or has been loaded again. */
  readonly onNotice?: (line: string) => void;
  /** Default: the system's. */
  readonly clock?: Clock;
  readonly timers?: Timers;
  readonly ids?: Ids;
}

/** The PSTN Audio service by itself, with what functions need around it. */
export interface Standalone {
  readonly setup: Setup;
  readonly pstnAudio: PstnAudio;
  readonly addresses: PstnAudio['addresses'];
  readonly functions: FunctionsHost;
  /** Base URL of the Chime SDK Voice API. */
  readonly voiceApi: string;
  /** Base URL of the Chime SDK Meetings API. */
  readonly meetingsApi: string;
  /** Ends all calls, tells their functions so, and frees every port. */
  close(): Promise<void>;
}

/**
 * Starts the service that a configuration file describes. Rejects with a StandaloneError when it cannot be: what has been started by
 * then is ended.
 */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const setup = await readSetup(options.configFile);
  const parts = new AsyncDisposableStack();
  try {
    return await startParts(options, setup, parts);
  } catch (error) {
    await parts.disposeAsync();
    throw listeningProblem(error, setup);
  }
}

async function startParts(options: StandaloneOptions, setup: Setup, parts: AsyncDisposableStack): Promise<Standalone> {
  const { clock = systemClock, timers = systemTimers, ids = systemIds, watchers = [], observers = [] } = options;
  const { hosts, invocationPolicy, sipTiming } = options;
  const { config, sip, tls } = setup;
  const { Endpoints } = config;
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part =>
    parts.adopt(part, (started) => started.close());
  const watch = watchers.length === 0 ? undefined : new CallWatch(clock, watchers);

  const meetings = keep(await startMeetings({ timers, ids, clock, port: Endpoints.MeetingsApiPort }));
  // Functions are told where the Voice API is, which works on calls, which invoke functions: those are there last.
  const functionsToCome = Promise.withResolvers<FunctionsHost>();
  const pstnAudio = keep(
    await startPstnAudio({
      config,
      clock,
      timers,
      ids,
      ...(hosts === undefined ? {} : { hosts }),
      ...(invocationPolicy === undefined ? {} : { invocationPolicy }),
      ...(sipTiming === undefined ? {} : { sipTiming }),
      // The message itself may be personal: the kind of fault and its place are what a report needs.
      onFault: (error) => options.onNotice?.(`a fault of this service, please report it: ${faultLine(error)}`),
      ...(sip.MaximumCalls === undefined ? {} : { maximumCalls: sip.MaximumCalls }),
      sip: {
        host: sip.Host,
        port: sip.Port,
        ...(sip.AdvertisedHost === undefined ? {} : { advertisedHost: sip.AdvertisedHost }),
        ...(tls === undefined ? {} : { tls }),
      },
      invoke: invocationDoor({
        functions: functionsToCome.promise,
        ids,
        placeOf: (arn, trace) => {
          const called = setup.functions.find((each) => unqualified(each.arn) === unqualified(arn));
          return called === undefined ? undefined : placeIn(trace, called.definition);
        },
        onRequest: (requestId, transactionId) => watch?.onRequest(requestId, transactionId),
      }),
      meetings: meetingDoor(meetings),
      speech: await findSpeechSynthesizer({ timers }),
      buckets: folderBuckets(new Map(Object.entries(config.Buckets)), { ids }),
      bots: scriptedBots(config.Bots),
      behavior: config.Behavior,
      observer: allObservers([...(watch === undefined ? [] : [watch]), ...observers], options.onNotice),
    }),
  );
  const { registry } = pstnAudio.objects;
  const voiceApi = keep(
    await startVoiceApi({ registry, desk: pstnAudio.desk, clock, ids, timers, port: Endpoints.VoiceApiPort }),
  );
  const functions = await runFunctions({
    functions: setup.functions,
    folder: setup.folder,
    accountId: config.AwsAccountId,
    port: Endpoints.LambdaApiPort,
    environment: {
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: meetings.endpoint,
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voiceApi.endpoint,
    },
    onLog: (line) => watch?.onLog(line),
    onNotice: options.onNotice ?? (() => undefined),
    clock,
    timers,
    ids,
  });
  functionsToCome.resolve(functions);

  return {
    setup,
    pstnAudio,
    addresses: pstnAudio.addresses,
    functions,
    voiceApi: voiceApi.endpoint,
    meetingsApi: meetings.endpoint,
    async close() {
      // Calls that end are still told to their functions: those go last.
      await parts.disposeAsync();
      await functions.close();
    },
  };
}

function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return `${error.name}${/\n\s*(at .*)/.exec(error.stack ?? '')?.[1] ?? ''}`.replace('at ', ' at ');
}
