import { callContextRoute, callContextScope } from '../../../shared/contracts/console-api.ts';
import { callContextsTable, routingTablesTable } from '../../../shared/contracts/tables.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { bundleFunctions } from '../../bundle.ts';
import { deployedFunctions } from '../../functions.ts';
import type { DeviceCall } from '../alexa/service/device-call.ts';
import { startDevice, type PlacedCall } from '../alexa/device/device.ts';
import { startAlexa, type Alexa } from '../alexa/service/start-alexa.ts';
import { startApiGateway } from '../api-gateway/api-gateway.ts';
import { startTokenIssuer } from '../api-gateway/token-issuer.ts';
import { inviteAdvisers } from '../contact-center/adviser.ts';
import { Branches } from '../contact-center/branches.ts';
import { ConsoleClient } from '../contact-center/console-client.ts';
import type { OnConversation } from '../contact-center/conversation.ts';
import { staffDesk } from '../contact-center/desk.ts';
import { startDynamoDb, type LocalDynamoDb } from '../dynamodb/dynamodb.ts';
import { startFunctions, type FunctionLogLine, type FunctionsHost } from '../functions/functions-host.ts';
import { startMeetings, type LocalMeetings } from '../meetings/meetings.ts';
import { startSoftPhone } from '../phone/soft-phone.ts';
import { functionAnswer } from '../pstn-audio/doors/function-answer.ts';
import { meetingDoor } from '../pstn-audio/doors/meeting-door.ts';
import { findSpeechSynthesizer } from '../pstn-audio/media/speech/find-speech-synthesizer.ts';
import type { Hosts } from '../pstn-audio/objects/managed-objects.ts';
import type { InvocationPolicy } from '../pstn-audio/service/invocation/invoke-with-retry.ts';
import { scriptedBots } from '../pstn-audio/service/bots/scripted-bots.ts';
import { startPstnAudio, type PstnAudio } from '../pstn-audio/service/pstn-audio.ts';
import type { PstnAudioObserver } from '../pstn-audio/service/trace.ts';
import { folderBuckets } from '../pstn-audio/storage/folder-buckets.ts';
import { functionEnvironments } from './function-environments.ts';
import { skillAnswer } from './skill-answer.ts';
import { publishRoutingTable } from './publish-routing-table.ts';
import type { Tenant } from './tenant.ts';

export interface LocalCloudOptions {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  /** The device has placed a call. */
  readonly onCall?: (call: PlacedCall) => void;
  /** Somebody has answered. */
  readonly onConversation?: OnConversation;
  readonly observer?: PstnAudioObserver;
  readonly onLog?: (line: FunctionLogLine) => void;
  /** Default: AWS's 5 s and 20 s. */
  readonly invocationPolicy?: InvocationPolicy;
  /** Places the calls that Alexa orders, in the Echo's stead: a SIP client of somebody else, say. */
  readonly placeCall?: (call: DeviceCall) => void;
  /** Telephones of somebody else, by host name of the PSTN Audio configuration, in our phones' stead. */
  readonly hosts?: Hosts;
}

/** Everything that AWS and Alexa would do, on one machine, for one tenant. */
export interface LocalCloud {
  readonly alexa: Alexa;
  readonly pstnAudio: PstnAudio;
  readonly functions: FunctionsHost;
  readonly dynamoDb: LocalDynamoDb;
  readonly meetings: LocalMeetings;
  readonly branches: Branches;
  /** Base URL of the console API. */
  readonly consoleApi: string;
  /** Environment variables with which `npm run routes` works on this cloud. */
  readonly operator: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The tones that people speak with, in Hz: none a multiple of another. */
export const voices = { caller: 440, agent: 620, branch: 830, adviser: 1050 } as const;

const tableNames = { callContexts: 'call-contexts', routingTables: 'routing-tables' };
const crm = { clientId: 'crm', clientSecret: 'local-crm-secret' };

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

  // Data and meetings first: the functions' settings name their addresses.
  const bundles = await bundleFunctions();
  const dynamoDb = keep(
    await startDynamoDb({
      timers,
      region: tenant.region,
      tables: [
        { ...callContextsTable, tableName: tableNames.callContexts },
        { ...routingTablesTable, tableName: tableNames.routingTables },
      ],
    }),
  );
  const meetings = keep(await startMeetings({ timers, ids, clock }));
  const environments = functionEnvironments({
    tenant,
    tableNames,
    ids,
    dynamoDb: dynamoDb.endpoint,
    meetings: meetings.endpoint,
  });
  await publishRoutingTable({ file: tenant.routingTable.file, environment: environments.operator });

  const functions = keep(
    await startFunctions({
      functions: deployedFunctions.map((each) => ({
        ...each,
        directory: bundles.find(({ name }) => name === each.name)?.directory ?? '',
        environment: environments[each.name],
      })),
      timers,
      clock,
      ids,
      region: tenant.region,
      accountId: tenant.pstnAudio.AwsAccountId,
      ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
    }),
  );

  const issuer = keep(await startTokenIssuer({ clients: [{ ...crm, scopes: [callContextScope] }], clock, ids }));
  const console = keep(
    await startApiGateway({
      routes: [{ routeKey: callContextRoute, functionName: 'console-api', scopes: [callContextScope] }],
      invoke: (name, event) => functions.invoke(name, event),
      authorizer: { issuer: issuer.issuer, audience: [crm.clientId] },
      timers,
      clock,
      ids,
    }),
  );

  // The people: an agent, the branches, an adviser.
  const consoleClient = new ConsoleClient({ endpoint: console.endpoint, tokenEndpoint: issuer.tokenEndpoint, ...crm });
  const desk = keep(await startSoftPhone({ timers, ids, name: 'Contact centre', voiceHz: voices.agent }));
  staffDesk({ id: tenant.contactCenterId, phone: desk, voiceHz: voices.agent, console: consoleClient, onConversation });
  const network = keep(await startSoftPhone({ timers, ids, name: 'Telephone network', voiceHz: voices.branch }));
  const branches = new Branches({ phone: network, voiceHz: voices.branch, branches: tenant.branches, onConversation });
  inviteAdvisers({ meetings, region: tenant.region, voiceHz: voices.adviser, onConversation });

  // The way of a call: Echo, Alexa, PSTN Audio.
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
      invoke: async (arn, event) => functionAnswer(await functions.invoke(arn, event)),
      meetings: meetingDoor(meetings),
      speech: await findSpeechSynthesizer(),
      buckets: folderBuckets(new Map(Object.entries(tenant.pstnAudio.Buckets)), { ids }),
      bots: scriptedBots(tenant.pstnAudio.Bots),
      behavior: tenant.pstnAudio.Behavior,
      ...(options.observer === undefined ? {} : { observer: options.observer }),
      ...(options.invocationPolicy === undefined ? {} : { invocationPolicy: options.invocationPolicy }),
    }),
  );
  const echo = keep(await startSoftPhone({ timers, ids, name: 'Echo', voiceHz: voices.caller }));
  const alexa = keep(
    await startAlexa({
      modelsFolder: tenant.skill.modelsFolder,
      locale: tenant.skill.locale,
      skillId: tenant.skill.id,
      clientId: tenant.skill.clientId,
      account: tenant.account,
      invokeSkill: async (envelope) => skillAnswer(await functions.invoke('skill', envelope)),
      placeCall:
        options.placeCall ??
        startDevice({ phone: echo, pstnAudio: pstnAudio.address, stopwatch: () => performance.now(), onCall }),
      clock,
      timers,
      ids,
    }),
  );

  return {
    alexa,
    pstnAudio,
    functions,
    dynamoDb,
    meetings,
    branches,
    consoleApi: console.endpoint,
    operator: environments.operator,
    close: () => parts.disposeAsync(),
  };
}
