import type { Household } from '../../../infra/local/alexa/service/household.ts';
import { startAlexa, type Alexa } from '../../../infra/local/alexa/service/start-alexa.ts';
import { functionEnvironments } from '../../../infra/local/cloud/function-environments.ts';
import { startLocalCloud, type LocalCloud } from '../../../infra/local/cloud/local-cloud.ts';
import { skillAnswer } from '../../../infra/local/cloud/skill-answer.ts';
import type { Tenant } from '../../../infra/local/cloud/tenant.ts';
import { exampleBank } from '../../../infra/local/demo/example-bank/example-bank.ts';
import { examplePeople } from '../../../infra/local/talk/household.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { type Recorder, startRecordingProxy } from '../lambda/recording-proxy.ts';

/** The local cloud of the example bank, whose Echo places no call: what is measured is the talk before it. */
export interface ConversationBench {
  readonly cloud: LocalCloud;
  /** How many calls Alexa has ordered so far. */
  readonly ordered: () => number;
  /** A customer who has just come, and whose Alexa asks the same skill, with a recording proxy before every service it asks. */
  meet(recorder: Recorder, change?: (household: Household) => void): Promise<RecordedAlexa>;
  close(): Promise<void>;
}

export interface RecordedAlexa extends Pick<Alexa, 'say' | 'keepSilent'> {
  /** The next turn begins in a new process. */
  coldStartNext(): void;
  close(): Promise<void>;
}

const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };

export async function startConversationBench(): Promise<ConversationBench> {
  const parts = new AsyncDisposableStack();
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part =>
    parts.adopt(part, (started) => started.close());
  const tenant = await exampleBank();
  let ordered = 0;
  const placeCall = (): void => {
    ordered += 1;
  };
  const cloud = keep(await startLocalCloud({ ...ports, tenant, placeCall }));

  return {
    cloud,
    ordered: () => ordered,
    close: () => parts.disposeAsync(),
    meet: (recorder, change) =>
      meet({ cloud, tenant, recorder, placeCall, ...(change === undefined ? {} : { change }) }),
  };
}

interface Meeting {
  readonly cloud: LocalCloud;
  readonly tenant: Tenant;
  readonly recorder: Recorder;
  readonly placeCall: () => void;
  readonly change?: (household: Household) => void;
}

async function meet({ cloud, tenant, recorder, placeCall, change }: Meeting): Promise<RecordedAlexa> {
  const parts = new AsyncDisposableStack();
  const recorded = async (service: string, target: string): Promise<string> =>
    parts.adopt(await startRecordingProxy(service, target, recorder), (proxy) => proxy.close()).endpoint;
  let apiEndpoint = '';
  const alexa = parts.adopt(
    await startAlexa({
      ...ports,
      modelsFolder: tenant.skill.modelsFolder,
      locale: tenant.skill.locale,
      skillId: tenant.skill.id,
      clientId: tenant.skill.clientId,
      account: { ...tenant.account, people: tenant.account.people ?? examplePeople },
      placeCall,
      invokeSkill: async (envelope) =>
        skillAnswer(await cloud.functions.invoke('skill', withApiEndpoint(envelope, apiEndpoint))),
    }),
    (started) => started.close(),
  );
  apiEndpoint = await recorded('alexa', alexa.apiEndpoint);
  change?.(alexa.household);

  const { skill: environment } = functionEnvironments({
    tenant,
    tableNames: {
      callContexts: 'call-contexts',
      routingTables: 'routing-tables',
      callRecords: 'call-records',
      console: 'console',
    },
    adviserBus: 'advisers',
    ids: systemIds,
    endpoints: {
      dynamoDb: await recorded('dynamodb', cloud.dynamoDb.endpoint),
      voice: await recorded('voice', cloud.voiceApi.endpoint),
      userInfo: `${await recorded('userinfo', alexa.openIdProvider)}/userinfo`,
      meetings: cloud.meetings.endpoint,
      events: cloud.eventBus.endpoint,
    },
  });
  const coldStartNext = (): void => cloud.functions.configure('skill', environment);
  coldStartNext();
  return {
    say: (words) => alexa.say(words),
    keepSilent: () => alexa.keepSilent(),
    coldStartNext,
    close: () => parts.disposeAsync(),
  };
}

type Envelope = Parameters<Parameters<typeof startAlexa>[0]['invokeSkill']>[0];

function withApiEndpoint(envelope: Envelope, apiEndpoint: string): Envelope {
  const { System, ...context } = envelope.context;
  return { ...envelope, context: { ...context, System: { ...System, apiEndpoint } } };
}
