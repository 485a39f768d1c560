import { Annotations, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../infra/aws/app.ts';
import { findingsIn } from '../../infra/aws/findings.ts';
import { synthesizeFrom, type Synthesis } from '../../infra/aws/synthesize.ts';
import { deploymentConfig } from '../support/deployment-config.ts';
import { fakeBundles } from './synthesised-app.ts';

const directory = mkdtempSync(join(tmpdir(), 'nag-'));
afterAll(() => rmSync(directory, { recursive: true }));

const facts = { voiceConnectorSipRules: [] };

type Changes = NonNullable<Parameters<typeof deploymentConfig>[0]>;

function synthesised(changes: Changes): Promise<Synthesis> {
  return synthesizeFrom({
    config: deploymentConfig(changes),
    facts,
    bundles: fakeBundles(directory),
    outdir: mkdtempSync(join(directory, 'assembly-')),
  });
}

describe('cdk-nag and the rules of the CDK', () => {
  it.each<[string, Changes]>([
    ['with all that can be given', {}],
    [
      'with as little as can be',
      {
        environment: 'dev',
        account: undefined,
        alexa: { clientIds: [], businessName: 'Example Bank' },
        phoneNumber: { e164: '+12065550142' },
        voiceConnectors: [],
        defaultDestination: 'pstn:+12065550100',
        canary: undefined,
        console: undefined,
        linkedProfile: undefined,
        tags: {},
      },
    ],
  ] as const)(
    'find nothing in a deployment %s that is not acknowledged',
    async (_, changes) => {
      expect(await synthesised(changes)).toMatchObject({ kind: 'synthesized' });
    },
    120_000,
  );

  it('are told in a line each, with what constructs say themselves', async () => {
    const outdir = mkdtempSync(join(directory, 'assembly-'));
    const app = createApp({ config: deploymentConfig(), facts, bundles: fakeBundles(directory), outdir });
    const bucket = new Bucket(Stack.of(app.node.findChild('example-bank-prod-Skill')), 'Careless');
    Annotations.of(bucket).addError('is known\nto nobody');

    const findings = await findingsIn(app.synth());

    expect(findings).toEqual(
      expect.arrayContaining([
        'example-bank-prod-Skill/Careless/Resource: The S3 Bucket has server access logs disabled. (AwsSolutions: AwsSolutions-S1)',
        'example-bank-prod-Skill/Careless: is known to nobody',
      ]),
    );
    expect(findings.filter((line) => line.includes('\n') || !line.includes('Careless'))).toEqual([]);
  }, 120_000);
});
