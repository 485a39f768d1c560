import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { startSoftPhone, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { buildWav } from '../../infra/local/pstn-audio/media/wav.ts';
import {
  startStandalone,
  type Standalone,
  type StandaloneOptions,
} from '../../infra/local/pstn-audio/standalone/start-standalone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';

export const dialIn = '+16073331111';
export const regions = { east: 'us-east-1', west: 'us-west-2' } as const;

export function functionArn(region: string): string {
  return `arn:aws:lambda:${region}:111122223333:function:sma`;
}

/** A handler that plays prompts/<key> to the caller and hangs up. */
export function playing(key: string): string {
  return `exports.handler = async ({ InvocationEventType: type }) => ({
    SchemaVersion: '1.0',
    Actions: type === 'NEW_INBOUND_CALL'
      ? [{ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key: '${key}' } } }, { Type: 'Hangup', Parameters: {} }]
      : [],
  });`;
}

/** Prompts that say one tone for a second. */
export const tones = { 'low.wav': 480, 'high.wav': 1330 } as const;

/** A configuration with one number, whose rule tries the applications of these Regions in turn. */
export function configuration(
  folders: Readonly<Partial<Record<keyof typeof regions, string>>>,
): Record<string, unknown> {
  const used = (Object.keys(folders) as (keyof typeof regions)[]).map((name) => ({ name, region: regions[name] }));
  return {
    Sip: { Port: 0 },
    Functions: used.map(({ name, region }) => ({
      FunctionArn: functionArn(region),
      Module: folders[name],
      Handler: 'handler',
    })),
    SipMediaApplications: used.map(({ name, region }) => ({
      SipMediaApplicationId: name,
      AwsRegion: region,
      Name: name,
      Endpoints: [{ LambdaArn: functionArn(region) }],
    })),
    SipRules: [
      {
        SipRuleId: 'main',
        Name: 'main',
        TriggerType: 'ToPhoneNumber',
        TriggerValue: dialIn,
        TargetApplications: used.map(({ name, region }, index) => ({
          SipMediaApplicationId: name,
          Priority: index + 1,
          AwsRegion: region,
        })),
      },
    ],
    PhoneNumbers: [{ E164PhoneNumber: dialIn, ProductType: 'SipMediaApplicationDialIn' }],
    Buckets: { prompts: './prompts' },
  };
}

/** A developer's folder: a configuration, prompts, and handlers. */
export interface Workplace {
  readonly folder: string;
  readonly configFile: string;
  save(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function aWorkplace(config: unknown, files: Readonly<Record<string, string>>): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'standalone-'));
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) await save(path, text);
  await mkdir(join(folder, 'prompts'), { recursive: true });
  for (const [name, hertz] of Object.entries(tones)) {
    const samples = Int16Array.from({ length: 8000 }, (_, n) => 12_000 * Math.sin((2 * Math.PI * hertz * n) / 8000));
    await writeFile(join(folder, 'prompts', name), buildWav({ rate: 8000, samples }));
  }
  await save('pstn-audio.json', JSON.stringify(config));
  return {
    folder,
    configFile: join(folder, 'pstn-audio.json'),
    save,
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}

/** The service in a developer's folder, and a telephone. */
export interface StandaloneFixture extends Workplace {
  readonly standalone: Standalone;
  readonly notices: string[];
  /** Resolves with the first notice from now on that says this. */
  noticed(text: string): Promise<string>;
  /** A caller's telephone calls; throws when nobody answers. */
  call(): Promise<PhoneCall>;
  /** What became of a call that may not be answered: its status, or 'connected'. */
  outcome(): Promise<number | string>;
  close(): Promise<void>;
}

export async function aStandalone(
  config: unknown,
  files: Readonly<Record<string, string>>,
  options: Partial<StandaloneOptions> = {},
): Promise<StandaloneFixture> {
  const workplace = await aWorkplace(config, files);
  const notices: string[] = [];
  const waiting: { readonly text: string; readonly resolve: (line: string) => void }[] = [];
  const onNotice = (line: string): void => {
    notices.push(line);
    for (const { text, resolve } of waiting) if (line.includes(text)) resolve(line);
  };
  const standalone = await startStandalone({ ...options, configFile: workplace.configFile, onNotice });
  const phone: SoftPhone = await startSoftPhone({ timers: systemTimers, ids: systemIds, name: 'Alice', voiceHz: 440 });
  const dial = async (): ReturnType<SoftPhone['dial']> =>
    phone.dial({
      target: standalone.pstnAudio.address,
      requestUri: `sip:${dialIn}@${standalone.pstnAudio.address.host}`,
      from: 'sip:+12065550123@alice.test',
    });
  return {
    ...workplace,
    standalone,
    notices,
    noticed: async (text) => new Promise((resolve) => void waiting.push({ text, resolve })),
    async call() {
      const outcome = await (await dial()).outcome;
      if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
      return outcome.call;
    },
    async outcome() {
      const outcome = await (await dial()).outcome;
      if (outcome.kind === 'connected') outcome.call.hangUp();
      return outcome.kind === 'refused' ? outcome.status : outcome.kind;
    },
    async close() {
      await phone.close();
      await standalone.close();
      await workplace.remove();
    },
  };
}
