import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import type { DialRequest } from '../../infra/local/phone/outgoing-line.ts';
import { startSoftPhone, type Dialled, type RingingCall, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { startStandalone, type Standalone } from '../../infra/local/pstn-audio/standalone/start-standalone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';

export const examplesFolder = resolve('infra/local/pstn-audio/examples');
export const number = '+12065550100';
export const alicesNumber = '+12065550123';

/** Each says a tone of its own, and none that a prompt has. */
export const voices = { alice: 380, bob: 620, carol: 700 } as const;
export type Voice = keyof typeof voices;

export interface ExampleOptions {
  /** Who has the telephone at a port that the example names. */
  readonly phones?: Readonly<Record<number, Voice>>;
  /** Changes the configuration. */
  readonly change?: (config: Record<string, unknown>) => Record<string, unknown>;
  /** Before it is started. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** An example as a reader would start it, in a folder of its own, on free ports. */
export interface Example {
  readonly folder: string;
  readonly standalone: Standalone;
  readonly alice: SoftPhone;
  phone(port: number): SoftPhone;
  /** Alice dials the example's number, or the URI given. */
  dial(request?: Partial<DialRequest>): Promise<Dialled>;
  /** She dials and somebody answers. @throws Error when nobody does. */
  call(request?: Partial<DialRequest>): Promise<PhoneCall>;
  /** What the functions were told so far, such as `ACTION_SUCCESSFUL Speak`. */
  readonly told: readonly string[];
  /** Resolves when an action of that type has been done, or has failed. */
  done(actionType: string): Promise<'successful' | 'failed'>;
  close(): Promise<void>;
}

/** Starts one example, as each test wants it, and ends it after the test. */
export function exampleForEachTest(name: string): (options?: ExampleOptions) => Promise<Example> {
  let open: Example | undefined;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  return async (options) => {
    open = await anExample(name, options);
    return open;
  };
}

async function anExample(name: string, { phones = {}, change, prepare }: ExampleOptions = {}): Promise<Example> {
  const ports = { timers: systemTimers, ids: systemIds };
  const home = await mkdtemp(join(tmpdir(), 'example-'));
  const folder = join(home, 'examples', name);
  await cp(examplesFolder, join(home, 'examples'), { recursive: true });
  // Handlers find the SDK as they do where they come from.
  await symlink(resolve('node_modules'), join(home, 'node_modules'));
  await prepare?.(folder);

  const atPort = new Map<number, SoftPhone>();
  for (const [port, voice] of Object.entries(phones))
    atPort.set(Number(port), await startSoftPhone({ ...ports, name: voice, voiceHz: voices[voice] }));
  const configFile = join(folder, 'pstn-audio.json');
  const read = onFreePorts(await readFile(configFile, 'utf8'), atPort);
  await writeFile(configFile, JSON.stringify(change?.(read) ?? read));

  const told: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<'successful' | 'failed'>>();
  const waitFor = (actionType: string): PromiseWithResolvers<'successful' | 'failed'> => {
    const wait = waiting.get(actionType) ?? Promise.withResolvers<'successful' | 'failed'>();
    waiting.set(actionType, wait);
    return wait;
  };
  const standalone = await startStandalone({
    configFile,
    observers: [
      {
        onInvocation: ({ event, invocationEventType: type }) =>
          void told.push([type, (event as { ActionData?: { Type: string } }).ActionData?.Type ?? []].flat().join(' ')),
        onAction: ({ actionType, result }) => {
          if (result !== undefined) waitFor(actionType).resolve(result.kind);
        },
      },
    ],
    onNotice: (line) => void told.push(line),
  });
  const alice = await startSoftPhone({ ...ports, name: 'alice', voiceHz: voices.alice });
  const target = standalone.pstnAudio.address;
  const dial: Example['dial'] = async (request) =>
    alice.dial({
      target,
      requestUri: `sip:${number}@${target.host}`,
      from: `sip:${alicesNumber}@alice.test`,
      ...request,
    });
  return {
    folder,
    standalone,
    alice,
    phone(port) {
      const phone = atPort.get(port);
      if (phone === undefined) throw new Error(`the test has no telephone at ${port}`);
      return phone;
    },
    dial,
    async call(request) {
      const outcome = await (await dial(request)).outcome;
      if (outcome.kind !== 'connected') throw new Error(`not connected but ${JSON.stringify(outcome)}`);
      return outcome.call;
    },
    told,
    done: async (actionType) => waitFor(actionType).promise,
    async close() {
      await Promise.all([alice, ...atPort.values()].map(async (phone) => phone.close()));
      await standalone.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Whoever rings next at a telephone. */
export async function ringing(phone: SoftPhone): Promise<RingingCall> {
  return new Promise((resolve) => {
    phone.onRing = resolve;
  });
}

/** Takes the next call. */
export async function answering(phone: SoftPhone): Promise<PhoneCall> {
  const call = await (await ringing(phone)).answer();
  if (call === undefined) throw new Error('no codec suits both');
  return call;
}

/** All files below a folder but hidden ones, by their paths in it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isFile() && !entry.name.startsWith('.') ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** The example's own ports are free ones here; a peer's is that of the telephone that stands for it. */
function onFreePorts(text: string, phones: ReadonlyMap<number, SoftPhone>): Record<string, unknown> {
  const config = JSON.parse(text, (key, value: unknown) => {
    if (key.endsWith('ApiPort')) return 0;
    return key === 'Port' && typeof value === 'number' ? (phones.get(value)?.address.port ?? value) : value;
  }) as Record<string, unknown> & { Sip?: { Tls?: object } };
  const tls = config.Sip?.Tls === undefined ? {} : { Tls: { ...config.Sip.Tls, Port: 0 } };
  return { ...config, Sip: { ...config.Sip, ...tls, Port: 0 } };
}
