import { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import type { ResourceType } from '../../infra/aws/chime-provider/provider-actions.ts';
import { chimeProvider, type ChimeProvider } from '../../infra/aws/chime-provider/provider.ts';
import { startVoiceApi, type VoiceApi } from '../../infra/local/pstn-audio/api/start-voice-api.ts';
import { Registry } from '../../infra/local/pstn-audio/objects/registry.ts';
import type { CallDesk } from '../../infra/local/pstn-audio/service/call-desk.ts';
import { idsFake } from '../support/ids-fake.ts';
import { TimersFake } from '../support/timers-fake.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** One resource of a template. */
export interface Resource {
  readonly type: ResourceType;
  /** Its name in the template. */
  readonly logicalId?: string;
}

/** What CloudFormation knows of a resource that stands. */
export interface Standing {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A stack's custom resources over the provider, and the account that they stand in. */
export interface StackFixture {
  readonly api: VoiceApi;
  readonly registry: Registry;
  readonly provider: ChimeProvider;
  /** Operations that were asked for, oldest first. */
  readonly operations: string[];
  /** How long the provider waited between two tries, in milliseconds; no time passes in truth. */
  readonly pauses: number[];
  create(resource: Resource, properties: Properties): Promise<Standing>;
  update(resource: Resource, id: string, from: Properties, to: Properties): Promise<Standing>;
  /** How often it was asked whether all is done. */
  remove(resource: Resource, id: string, properties: Properties): Promise<number>;
  /** A request as the provider framework sends it. */
  request(resource: Resource, more: Properties): Properties;
  close(): Promise<void>;
}

const mostQuestions = 5;

export async function aStack(): Promise<StackFixture> {
  const clock = new TimersFake();
  const registry = new Registry('111122223333', clock);
  const desk: CallDesk = { placeCall: () => 'busy', updateCall: () => undefined };
  const api = await startVoiceApi({ registry, desk, timers: clock, clock, ids: idsFake() });
  const client = new ChimeSDKVoiceClient({
    endpoint: api.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const operations: string[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        operations.push(commandName?.replace(/Command$/, '') ?? '');
        return next(args);
      },
    { step: 'initialize' },
  );
  const pauses: number[] = [];
  const provider = chimeProvider(client, {
    after(milliseconds, action) {
      // The limit of all tries: it is not reached, for no time passes.
      if (milliseconds > 60_000) return { cancel: () => undefined };
      pauses.push(milliseconds);
      queueMicrotask(action);
      return { cancel: () => undefined };
    },
    every: () => ({ cancel: () => undefined }),
  });
  const request = ({ type, logicalId = 'Thing' }: Resource, more: Properties): Properties => ({
    ResourceType: type,
    StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/bank-dev-Calls/1',
    LogicalResourceId: logicalId,
    RequestId: 'request',
    ...more,
  });
  /** As the CDK's provider framework: the answer to the first question is part of those that follow. */
  const run = async (event: Properties): Promise<Standing & { readonly questions: number }> => {
    const answer = await provider.onEvent(event);
    const asking = { ...event, ...answer };
    for (let questions = 1; questions <= mostQuestions; questions += 1) {
      const { IsComplete, Data } = await provider.isComplete(asking);
      if (IsComplete) return { id: answer.PhysicalResourceId, data: { ...answer.Data, ...Data }, questions };
      if (Data !== undefined) throw new Error('the framework takes no data before all is done');
    }
    throw new Error('timed out');
  };
  return {
    api,
    registry,
    provider,
    operations,
    pauses,
    request,
    create: async (resource, properties) =>
      run(request(resource, { RequestType: 'Create', ResourceProperties: properties })),
    update: async (resource, id, from, to) =>
      run(
        request(resource, {
          RequestType: 'Update',
          PhysicalResourceId: id,
          OldResourceProperties: from,
          ResourceProperties: to,
        }),
      ),
    remove: async (resource, id, properties) => {
      const event = { RequestType: 'Delete', PhysicalResourceId: id, ResourceProperties: properties };
      return (await run(request(resource, event))).questions;
    },
    async close() {
      client.destroy();
      await api.close();
    },
  };
}

export const application: Resource = { type: 'Custom::SipMediaApplication', logicalId: 'Application' };

/** Numbers and booleans are text, as CloudFormation hands them over. */
export function applicationIn(AwsRegion: string): Properties {
  return {
    ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:framework',
    Name: 'bank-dev-calls',
    AwsRegion,
    LambdaArn: `arn:aws:lambda:${AwsRegion}:111122223333:function:sma`,
    Tags: [{ Key: 'product', Value: 'bridge' }],
  };
}
