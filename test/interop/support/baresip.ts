import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleRate } from '../../../infra/local/pstn-audio/media/audio.ts';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import { controlBaresip } from './baresip-remote.ts';
import { freeUdpPorts } from './free-ports.ts';
import { startProgram } from './program.ts';
import { folderShows, scratchFolder } from './scratch-folder.ts';
import { writeToneWav } from './tone-files.ts';

export interface BaresipOptions {
  /** The user part that it answers to. */
  readonly user: string;
  /** What it says, in Hz. */
  readonly voiceHz: number;
  /** Default: every call, at once. */
  readonly answers?: 'atOnce' | 'never';
  /** For SIP over TLS: the PEM text of a certificate that it trusts. */
  readonly trusts?: string;
}

/** A baresip that says a tone and records what it hears. */
export interface Baresip {
  readonly address: SipAddress;
  /** Calls a SIP URI; resolves when somebody has answered. */
  dial(uri: string): Promise<void>;
  /** Presses these keys, one by one (RFC 4733). */
  press(keys: string): Promise<void>;
  /** Puts its call on hold; resolves when the other side has agreed. */
  hold(): Promise<void>;
  /** Takes it up again; resolves when the other side has agreed. */
  resume(): Promise<void>;
  /** Hangs up, or declines a call that has come in. */
  hangUp(): Promise<void>;
  /** Resolves when somebody calls. */
  rings(): Promise<void>;
  /** Resolves when its call is over. */
  closed(): Promise<void>;
  /** The keys that the other side has pressed, as soon as there are so many. */
  digits(count: number): Promise<string>;
  /** The requests with that method that it has received so far: first line and headers. */
  requests(method: string): string[];
  /** Resolves when it has recorded that many milliseconds of what it hears. */
  hasHeard(milliseconds: number): Promise<void>;
  /** Waits until the other side has hung up, ends baresip, and gives what it heard: a WAV file. */
  recording(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const startupMs = 5000;
/** SIP over UDP and TCP, TLS beside it, remote control, and audio from the fifth on. */
const portsNeeded = 24;
const controlPort = 2;
const firstAudioPort = 4;
const callMs = 10_000;
/** baresip hangs up when it has nothing more to say: longer than any call here. */
const voiceSeconds = 30;

/** Starts baresip with a configuration of its own; resolves when it can be called. */
export async function startBaresip({ user, voiceHz, answers = 'atOnce', trusts }: BaresipOptions): Promise<Baresip> {
  const folder = await scratchFolder();
  const address = { host: '127.0.0.1', port: await freeUdpPorts(portsNeeded) };
  const heard = folder.file('heard');
  const voice = folder.file('voice.wav');
  await mkdir(heard);
  await writeToneWav(voice, voiceHz, voiceSeconds);
  const authority = trusts === undefined ? undefined : folder.file('authority.pem');
  if (authority !== undefined) await writeFile(authority, trusts ?? '');
  await writeFile(folder.file('config'), configuration({ address, voice, heard, authority }));
  await writeFile(
    folder.file('accounts'),
    `<sip:${user}@${address.host}:${address.port}>;regint=0;answermode=${answers === 'never' ? 'manual' : 'auto'}\n`,
  );
  // -s: it writes each message that it sends or receives.
  const program = startProgram('baresip', ['-s', '-f', folder.path], folder.path);
  const close = async (): Promise<void> => {
    await program.close();
    await folder.close();
  };
  try {
    await program.says(/baresip is ready/, startupMs);
  } catch (error) {
    await close();
    throw error;
  }
  const remote = await controlBaresip(address.port + controlPort).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  /** sndfile names its files by the time, and ends those of what was heard with -dec. */
  const recordingFile = async (): Promise<string | undefined> =>
    (await readdir(heard)).filter((name) => name.endsWith('-dec.wav')).map((name) => join(heard, name))[0];
  const heardMs = async (): Promise<number> => {
    const file = await recordingFile();
    return file === undefined ? 0 : ((await stat(file)).size / (sampleRate * Int16Array.BYTES_PER_ELEMENT)) * 1000;
  };
  const has = async (type: string): Promise<void> =>
    remote.until(`baresip tells of ${type}`, (events) => events.some((event) => event.type === type));
  return {
    address,
    async dial(uri) {
      await remote.command('dial', uri);
      await has('CALL_ESTABLISHED');
    },
    async press(keys) {
      for (const key of keys) await remote.command('sndcode', key);
    },
    async hold() {
      await remote.command('hold');
      await program.says(/^a=recvonly/m, callMs);
    },
    async resume() {
      await remote.command('resume');
      await program.says(/^a=recvonly(?![^]*^a=recvonly)[^]*^SIP\/2\.0 200 OK[^]*^a=sendrecv/m, callMs);
    },
    async hangUp() {
      await remote.command('hangup');
    },
    rings: async () => has('CALL_INCOMING'),
    closed: async () => has('CALL_CLOSED'),
    async digits(count) {
      const pressed = (): string =>
        remote.events.flatMap(({ type, param }) => (type === 'CALL_DTMF_START' ? [param] : [])).join('');
      await remote.until(`baresip hears ${count} keys`, () => pressed().length >= count);
      return pressed();
    },
    requests: (method) => messagesTo(address, program.output).filter((message) => message.startsWith(`${method} `)),
    hasHeard: (milliseconds) =>
      folderShows({
        folder: heard,
        condition: async () => (await heardMs()) > milliseconds,
        what: `baresip has heard ${milliseconds} ms`,
        milliseconds: callMs,
      }),
    async recording() {
      await program.says(/session closed/, callMs);
      // Only now is the header of the file complete.
      await program.close();
      const file = await recordingFile();
      if (file === undefined) throw new Error(`baresip recorded nothing\n${program.output}`);
      return readFile(file);
    },
    async close() {
      remote.close();
      await close();
    },
  };
}

/** Where distributions keep its modules. */
const moduleFolders = [
  '/usr/lib/baresip/modules',
  '/usr/local/lib/baresip/modules',
  '/opt/homebrew/lib/baresip/modules',
  '/usr/lib64/baresip/modules',
];

interface Configuration {
  readonly address: SipAddress;
  readonly voice: string;
  readonly heard: string;
  readonly authority: string | undefined;
}

/** Nothing but loopback, PCMU and files: no sound card, no registration, no STUN. */
function configuration({ address, voice, heard, authority }: Configuration): string {
  return [
    `sip_listen ${address.host}:${address.port}`,
    `net_interface ${address.host}`,
    `rtp_ports ${address.port + firstAudioPort}-${address.port + portsNeeded - 1}`,
    `audio_source aufile,${voice}`,
    // A player that nothing is connected to: what is heard goes to the recorder on its way there.
    'audio_player aubridge,desk',
    'audio_alert aubridge,bell',
    ...['audio_srate', 'ausrc_srate', 'auplay_srate'].map((rate) => `${rate} ${sampleRate}`),
    'audio_channels 1',
    `ctrl_tcp_listen ${address.host}:${address.port + controlPort}`,
    ...(authority === undefined ? [] : [`sip_cafile ${authority}`]),
    `snd_path ${heard}`,
    `module_path ${moduleFolders.find((folder) => existsSync(folder)) ?? moduleFolders[0]}`,
    ...['g711', 'aufile', 'aubridge', 'sndfile'].map((module) => `module ${module}.so`),
    ...['account', 'menu', 'ctrl_tcp'].map((module) => `module_app ${module}.so`),
    '',
  ].join('\n');
}

/** First line and headers of each message in the trace that has come in over UDP. */
function messagesTo({ host, port }: SipAddress, trace: string): string[] {
  return trace
    .split(/^(?=UDP \S+ -> \S+\r?$)/m)
    .filter((part) => /^UDP \S+ -> (\S+)/.exec(part)?.[1] === `${host}:${port}`)
    .map((part) => part.replace(/^UDP .*\r?\n/, ''))
    .flatMap((part) => part.split(/\r?\n\r?\n/, 1));
}
