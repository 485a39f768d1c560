import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { bundleFunctions, type Bundle } from '../../bundle.ts';
import { deployedFunctions } from '../../functions.ts';
import type { ProgressiveSpeech } from '../alexa/api/directives.ts';
import type { DeviceCall } from '../alexa/service/device-call.ts';
import { startDevice, type PlacedCall } from '../alexa/device/device.ts';
import { startAlexa, type Alexa } from '../alexa/service/start-alexa.ts';
import type { OnConversation } from '../contact-center/conversation.ts';
import type { LocalDynamoDb } from '../dynamodb/dynamodb.ts';
import type { GlobalTables } from '../dynamodb/global-tables.ts';
import { startEventBus, type LocalEventBus } from '../event-bus/event-bus.ts';
import { startFunctions, type FunctionLogLine, type FunctionsHost } from '../functions/functions-host.ts';
import { startMeetings, type LocalMeetings } from '../meetings/meetings.ts';
import { startSoftPhone } from '../phone/soft-phone.ts';
import { startVoiceApi, type VoiceApi } from '../pstn-audio/api/start-voice-api.ts';
import { functionAnswer } from '../pstn-audio/doors/function-answer.ts';
import { meetingDoor } from '../pstn-audio/doors/meeting-door.ts';
import { findSpeechSynthesizer } from '../pstn-audio/media/speech/find-speech-synthesizer.ts';
import type { Hosts } from '../pstn-audio/objects/managed-objects.ts';
import type { InvocationPolicy } from '../pstn-audio/service/invocation/invoke-with-retry.ts';
import { scriptedBots } from '../pstn-audio/service/bots/scripted-bots.ts';
import { startPstnAudio, type PstnAudio } from '../pstn-audio/service/pstn-audio.ts';
import type { PstnAudioObserver } from '../pstn-audio/service/trace.ts';
import { folderBuckets } from '../pstn-audio/storage/folder-buckets.ts';
import { startSecrets, type LocalSecrets } from '../secrets/secrets.ts';
import { BegunCalls } from './callers/begun-calls.ts';
import { BorrowedAccount } from './callers/borrowed-account.ts';
import type { Callers } from './callers/callers.ts';
import type { ConsoleAccess } from './console-access.ts';
import { functionEnvironments } from './function-environments.ts';
import { FunctionOutages } from './function-outages.ts';
import { meetingsToFunctions } from './meetings-to-functions.ts';
import { skillAnswer } from './skill-answer.ts';
import { publishRoutingTable } from './publish-routing-table.ts';
import { startConsole, type LocalConsole } from './start-console.ts';
import { startData, tableNames } from './start-data.ts';
import { standbyFunctions } from './standby-functions.ts';
import { startPeople, voices, type People } from './start-people.ts';
import type { Tenant } from './tenant.ts';
import { tenantSecrets } from './tenant-secrets.ts';

export interface LocalCloudOptions {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  /** The device has placed a call. */
  readonly onCall?: (call: PlacedCall) => void;
  /** Somebody has answered. */
  readonly onConversation?: OnConversation;
  /** Alexa says something while the skill is still at work. */
  readonly onProgress?: (speech: ProgressiveSpeech) => void;
  /** An object whose methods are its own properties. */
  readonly observer?: PstnAudioObserver;
  readonly onLog?: (line: FunctionLogLine) => void;
  /** Default: AWS's 5 s and 20 s. */
  readonly invocationPolicy?: InvocationPolicy;
  /** Places the calls that Alexa orders, in the Echo's stead: a SIP client of somebody else, say. */
  readonly placeCall?: (call: DeviceCall) => void;
  /** Telephones of somebody else, by host name of the PSTN Audio configuration, in our phones' stead. */
  readonly hosts?: Hosts;
  /** With a standby Region: from a write in one Region to its copy in the other, 0 or more. Default 500. */
  readonly replicationLagMs?: number;
  /** How long tokens of the console are good for, in seconds. Default: 3600. */
  readonly tokenSeconds?: number;
  /** The functions' bundles, where they have been built by now. Default: they are built from the sources. */
  readonly bundles?: readonly Pick<Bundle, 'name' | 'directory'>[];
}

/** Everything that AWS and Alexa would do, on one machine, for one tenant. */
export interface LocalCloud extends Omit<People, 'close'> {
  readonly alexa: Alexa;
  readonly pstnAudio: PstnAudio;
  readonly functions: FunctionsHost;
  /** Of the tenant's first Region. */
  readonly dynamoDb: LocalDynamoDb;
  /** The tables in both Regions; absent where the tenant has one. */
  readonly globalTables?: GlobalTables;
  /** SMA functions, by ARN, that PSTN Audio cannot have for a while. */
  readonly outages: FunctionOutages;
  readonly meetings: LocalMeetings;
  readonly eventBus: LocalEventBus;
  /** Holds those keys that the tenant wants kept there, else nothing. */
  readonly secrets: LocalSecrets;
  /** The Chime SDK Voice API, through which calls are updated. */
  readonly voiceApi: VoiceApi;
  readonly tenant: Tenant;
  /** Where people sign in to the console. */
  readonly signIn: Pick<LocalConsole, 'issuer' | 'authorizer'>;
  /** Base URL of the console API. */
  readonly consoleApi: string;
  /** The console API with an operator's token, which grants all that it serves. */
  readonly operatorConsole: ConsoleAccess;
  /** The same with the contact centre's, which reads contexts and nothing else. */
  readonly crmConsole: ConsoleAccess;
  /** Environment variables with which `npm run routes` works on this cloud. */
  readonly operator: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export { voices } from './start-people.ts';

const adviserBus = 'advisers';

/** Starts the local cloud from the bundles that would be deployed. What it has started by then is ended when a part fails. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const parts = new AsyncDisposableStack();
  try {
    return await startParts(options, parts);
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
}

async function startParts(options: LocalCloudOptions, parts: AsyncDisposableStack): Promise<LocalCloud> {
  const { tenant, clock, timers, ids, onCall = () => undefined, onConversation = () => undefined } = options;
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part =>
    parts.adopt(part, (started) => started.close());

  const bundles = options.bundles ?? (await bundleFunctions());
  const accountId = tenant.pstnAudio.AwsAccountId;

  // Data, meetings, events and secrets first: the functions' settings name their addresses.
  const { replicationLagMs: lagMilliseconds } = options;
  const { endpoint, dynamoDb, globalTables } = keep(
    await startData({ tenant, timers, ...(lagMilliseconds === undefined ? {} : { lagMilliseconds }) }),
  );
  const meetings = keep(await startMeetings({ timers, ids, clock }));
  const eventBus = keep(
    await startEventBus({ buses: [adviserBus], region: tenant.region, accountId, timers, clock, ids }),
  );
  const secrets = keep(
    await startSecrets({
      clock,
      timers,
      ids,
      region: tenant.region,
      secrets: tenantSecrets(tenant, ids),
    }),
  );

  // Calls that end are told to their functions: those go after PSTN Audio, though they come after it. Functions are told where
  // the Voice API is, which works on calls, which invoke functions.
  const functionsToCome = Promise.withResolvers<FunctionsHost>();
  let functionsThere: FunctionsHost | undefined;
  parts.defer(async () => functionsThere?.close());

  const outages = new FunctionOutages();

  // Telephones, and the way of a call to them.
  const desk = keep(await startSoftPhone({ timers, ids, name: 'Contact centre', voiceHz: voices.agent }));
  const begun = new BegunCalls(timers);
  const network = keep(await startSoftPhone({ timers, ids, name: 'Telephone network', voiceHz: voices.branch }));
  const pstnAudio = keep(
    await startPstnAudio({
      config: tenant.pstnAudio,
      hosts: new Map([
        [tenant.hosts.contactCenter, desk.address],
        [tenant.hosts.telephoneNetwork, network.address],
        ...(options.hosts ?? []),
      ]),
      clock,
      timers,
      ids,
      invoke: async (arn, event) => {
        const host = await functionsToCome.promise;
        return functionAnswer(await outages.invoke(arn, event, () => host.invoke(arn, event)));
      },
      meetings: meetingDoor(meetings),
      speech: await findSpeechSynthesizer(),
      buckets: folderBuckets(new Map(Object.entries(tenant.pstnAudio.Buckets)), { ids }),
      bots: scriptedBots(tenant.pstnAudio.Bots),
      behavior: tenant.pstnAudio.Behavior,
      observer: begun.watching(options.observer),
      ...(options.invocationPolicy === undefined ? {} : { invocationPolicy: options.invocationPolicy }),
    }),
  );
  const voiceApi = keep(
    await startVoiceApi({ registry: pstnAudio.objects.registry, desk: pstnAudio.desk, clock, ids, timers }),
  );

  // The caller, and what the skill asks Alexa: the functions' settings name that, too.
  const echo = keep(await startSoftPhone({ timers, ids, name: 'Echo', voiceHz: voices.caller }));
  const account = new BorrowedAccount(tenant.account);
  let callersThere: Callers | undefined;
  const alexa = keep(
    await startAlexa({
      modelsFolder: tenant.skill.modelsFolder,
      locale: tenant.skill.locale,
      skillId: tenant.skill.id,
      clientId: tenant.skill.clientId,
      account,
      invokeSkill: async (envelope) => skillAnswer(await (await functionsToCome.promise).invoke('skill', envelope)),
      placeCall:
        options.placeCall ??
        startDevice({
          phone: echo,
          pstnAudio: pstnAudio.address,
          stopwatch: () => performance.now(),
          onCall: (call) => {
            callersThere?.onCall(call);
            onCall(call);
          },
        }),
      ...(tenant.smartProperty === undefined ? {} : { smartProperty: tenant.smartProperty }),
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      clock,
      timers,
      ids,
    }),
  );

  const environments = functionEnvironments({
    tenant,
    tableNames,
    adviserBus,
    ids,
    endpoints: {
      dynamoDb: endpoint,
      meetings: meetings.endpoint,
      voice: voiceApi.endpoint,
      events: eventBus.endpoint,
      secrets: secrets.endpoint,
      userInfo: `${alexa.openIdProvider}/userinfo`,
      loginWithAmazon: alexa.apiEndpoint,
    },
  });
  await publishRoutingTable({ file: tenant.routingTable.file, environment: environments.operator });
  await globalTables?.catchUp();
  const functions = await startFunctions({
    functions: [...deployedFunctions, ...standbyFunctions(tenant)].map((each) => ({
      ...each,
      directory: bundles.find(({ name }) => name === each.name)?.directory ?? '',
      environment: environments[each.name],
    })),
    timers,
    clock,
    ids,
    region: tenant.region,
    accountId,
    ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
  });
  functionsThere = functions;
  functionsToCome.resolve(functions);
  parts.defer(meetingsToFunctions({ meetings, eventBus, functions, region: tenant.region }));
  const { tokenSeconds } = options;
  const console = keep(
    await startConsole({ functions, timers, clock, ids, ...(tokenSeconds === undefined ? {} : { tokenSeconds }) }),
  );

  const people = keep(
    await startPeople({
      tenant,
      phones: { contactCenter: desk, telephoneNetwork: network },
      alexa,
      account,
      pstnAudio,
      begun,
      console,
      eventBus,
      adviserBus,
      meetings,
      onConversation,
      timers,
      ids,
    }),
  );
  callersThere = people.callers;
  const { close: _closedWithAll, ...staff } = people;

  return {
    alexa,
    pstnAudio,
    functions,
    dynamoDb,
    ...(globalTables === undefined ? {} : { globalTables }),
    outages,
    meetings,
    eventBus,
    secrets,
    voiceApi,
    ...staff,
    tenant,
    signIn: console,
    consoleApi: console.endpoint,
    operatorConsole: console.operator,
    crmConsole: console.crmAccess,
    operator: environments.operator,
    close: () => parts.disposeAsync(),
  };
}
