import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChimeProvider } from '../../infra/aws/chime-provider/provider.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { application, applicationIn, aStack, type StackFixture } from './chime-provider-fixture.ts';

const environment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
} as const;

describe('the provider as it is deployed', () => {
  let stack: StackFixture;
  let outDir: string;
  const before = { ...process.env };
  beforeEach(async () => {
    stack = await aStack();
    outDir = await mkdtemp(join(tmpdir(), 'chime-provider-'));
    Object.assign(process.env, environment, { AWS_ENDPOINT_URL_CHIME_SDK_VOICE: stack.api.endpoint });
  });
  afterEach(async () => {
    process.env = before;
    await stack.close();
    await rm(outDir, { recursive: true, force: true });
  });

  it('is two functions of one bundle, which outlast a moment of throttling', async () => {
    const functions = [{ name: 'chime-provider', entry: 'infra/aws/chime-provider/index.ts' }];
    const [bundle] = await bundleFunctions({ functions, outDir });
    const { href } = pathToFileURL(join(bundle!.directory, 'index.mjs'));
    const { onEvent, isComplete } = (await import(href)) as ChimeProvider;
    stack.api.faults.failNext('CreateSipMediaApplication', 'ThrottledClientException');
    const ResourceProperties = applicationIn('us-east-1');
    const event = stack.request(application, { RequestType: 'Create', ResourceProperties });

    const answer = await onEvent(event);
    const completion = await isComplete({ ...event, ...answer });

    expect(completion).toEqual({ IsComplete: true });
    expect(stack.registry.sipMediaApplications.size).toBe(1);
  });
});
