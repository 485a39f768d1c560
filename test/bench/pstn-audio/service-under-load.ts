import { cp, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildWav } from '../../../infra/local/pstn-audio/media/wav.ts';
import { scratchFolder } from '../../interop/support/scratch-folder.ts';
import { startChild } from './child.ts';
import type { ServiceNews, ServiceOrder } from './service-process.ts';

/** Numbers that the function under load knows. */
export const numbers = { hungUp: '+12065550101', bridged: '+12065550102' } as const;

export interface ServiceUnderLoad {
  readonly address: { readonly host: string; readonly port: number };
  measure(): Promise<Extract<ServiceNews, { kind: 'measured' }>>;
  close(): Promise<void>;
}

const region = 'us-east-1';
const account = '111122223333';

/** Starts PSTN Audio with the function under load; bridged calls go to `callee`. */
export async function startServiceUnderLoad(callee: { readonly port: number }): Promise<ServiceUnderLoad> {
  const folder = await scratchFolder();
  const bucket = folder.file('prompts');
  await mkdir(bucket);
  // One frame of silence: what counts is the call, not the prompt.
  await writeFile(`${bucket}/short.wav`, buildWav({ rate: 8000, samples: new Int16Array(160) }));
  await cp(fileURLToPath(new URL('./handler.mjs', import.meta.url)), folder.file('handler.mjs'));
  const configFile = folder.file('pstn-audio.json');
  await writeFile(configFile, JSON.stringify(configuration(callee.port)));

  const child = startChild<ServiceOrder, ServiceNews>('./service-process.ts', [configFile]);
  const { host, port } = await child.news('started');
  return {
    address: { host, port },
    measure() {
      const news = child.news('measured');
      child.order({ kind: 'measure' });
      return news;
    },
    async close() {
      child.order({ kind: 'close' });
      await child.ended;
      await folder.close();
    },
  };
}

function configuration(calleePort: number): object {
  const lambdaArn = `arn:aws:lambda:${region}:${account}:function:bench`;
  const application = 'bench-application';
  return {
    AwsAccountId: account,
    Sip: { Host: '127.0.0.1', Port: 0 },
    Functions: [{ FunctionArn: lambdaArn, Module: './handler.mjs', Handler: 'handler', Timeout: 20, Environment: {} }],
    SipMediaApplications: [
      { SipMediaApplicationId: application, AwsRegion: region, Name: 'bench', Endpoints: [{ LambdaArn: lambdaArn }] },
    ],
    SipRules: Object.entries(numbers).map(([name, number]) => ({
      SipRuleId: name,
      Name: name,
      TriggerType: 'ToPhoneNumber',
      TriggerValue: number,
      TargetApplications: [{ SipMediaApplicationId: application, Priority: 1, AwsRegion: region }],
    })),
    VoiceConnectors: [
      {
        VoiceConnectorId: 'benchconnector00000000',
        AwsRegion: region,
        Name: 'bench',
        OutboundHostName: 'benchconnector00000000.voiceconnector.chime.aws',
        Origination: {
          Routes: [{ Host: '127.0.0.1', Port: calleePort, Protocol: 'UDP', Priority: 1, Weight: 1 }],
        },
      },
    ],
    PhoneNumbers: Object.values(numbers).map((number) => ({
      E164PhoneNumber: number,
      ProductType: 'SipMediaApplicationDialIn',
    })),
    Pstn: { Routes: [] },
    Buckets: { prompts: './prompts' },
  };
}
