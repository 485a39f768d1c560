import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import {
  startStandalone,
  type StandaloneOptions,
} from '../../../infra/local/pstn-audio/standalone/start-standalone.ts';
import type { ToldEvent } from '../../support/pstn-audio-fixture.ts';
import { eventLog, type EventLog } from './event-log.ts';
import { answeringFunction, type Replies } from './answering-function.ts';
import { dialIn, promptHz, promptSeconds } from './constants.ts';
import { scratchFolder } from './scratch-folder.ts';
import { writeToneWav } from './tone-files.ts';

export interface CompleteServiceOptions extends Pick<StandaloneOptions, 'timers' | 'observers'> {
  /** What the function answers. */
  readonly replies: Replies;
  /** Who has every number of the telephone network. */
  readonly pstn?: SipAddress & { readonly protocol?: 'UDP' | 'TCP' };
  /** More of the configuration file, or instead of what is in it. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** More files beside it, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** PSTN Audio by itself, as a developer starts it: a configuration file, a function in a process of its own, folders for buckets. */
export interface CompleteService extends EventLog {
  /** Where it takes calls, over UDP and TCP. */
  readonly address: SipAddress;
  readonly tlsAddress: SipAddress | undefined;
  /** A client of the Voice API. */
  readonly voice: ChimeSDKVoiceClient;
  readonly connectedLegs: number;
  /** Resolves when no call is left. */
  idle(): Promise<void>;
  /** The files in the bucket `recordings`, by key. */
  recordings(): Promise<ReadonlyMap<string, Uint8Array>>;
  close(): Promise<void>;
}

export async function startCompleteService(options: CompleteServiceOptions): Promise<CompleteService> {
  const { replies, pstn, config = {}, files = {}, timers, observers = [] } = options;
  const folder = await scratchFolder();
  await Promise.all(['prompts', 'recordings', 'function'].map((name) => mkdir(folder.file(name))));
  await writeToneWav(folder.file('prompts/hello.wav'), promptHz, promptSeconds);
  await writeFile(folder.file('function/index.cjs'), answeringFunction(replies));
  for (const [name, text] of Object.entries(files)) await writeFile(folder.file(name), text);
  await writeFile(folder.file('pstn-audio.json'), JSON.stringify({ ...configuration(pstn), ...config }));

  const log = eventLog();
  const started = startStandalone({
    configFile: folder.file('pstn-audio.json'),
    observers: [{ onInvocation: ({ event }) => log.add(event as ToldEvent) }, ...observers],
    ...(timers === undefined ? {} : { timers }),
  });
  const standalone = await started.catch(async (error: unknown) => {
    await folder.close();
    throw error;
  });
  const { pstnAudio, addresses } = standalone;
  const voice = new ChimeSDKVoiceClient({
    endpoint: standalone.voiceApi,
    region: 'us-east-1',
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
  });
  return {
    ...log,
    address: pstnAudio.address,
    tlsAddress: addresses.get('TLS'),
    voice,
    get connectedLegs() {
      return pstnAudio.connectedLegs;
    },
    idle: () => pstnAudio.idle(),
    async recordings() {
      const root = folder.file('recordings');
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return new Map(
        await Promise.all(paths.map(async (path) => [path.slice(root.length + 1), await readFile(path)] as const)),
      );
    },
    async close() {
      voice.destroy();
      await standalone.close();
      await folder.close();
    },
  };
}

function configuration(pstn: CompleteServiceOptions['pstn']): Record<string, unknown> {
  const arn = 'arn:aws:lambda:us-east-1:111122223333:function:answering';
  return {
    Sip: { Port: 0 },
    Functions: [{ FunctionArn: arn, Module: './function/index.cjs' }],
    SipMediaApplications: [{ SipMediaApplicationId: 'a1', Name: 'interop', Endpoints: [{ LambdaArn: arn }] }],
    SipRules: [
      {
        SipRuleId: 'r1',
        Name: 'interop',
        TriggerType: 'ToPhoneNumber',
        TriggerValue: dialIn,
        TargetApplications: [{ SipMediaApplicationId: 'a1', Priority: 1 }],
      },
    ],
    PhoneNumbers: [{ E164PhoneNumber: dialIn, ProductType: 'SipMediaApplicationDialIn' }],
    Pstn: {
      Routes:
        pstn === undefined ? [] : [{ Prefix: '+', Host: pstn.host, Port: pstn.port, Protocol: pstn.protocol ?? 'UDP' }],
    },
    Buckets: { prompts: './prompts', recordings: './recordings' },
  };
}
