import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleRate } from '../../../infra/local/pstn-audio/media/audio.ts';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import { freeUdpPorts } from './free-ports.ts';
import { startProgram } from './program.ts';
import { folderShows, scratchFolder } from './scratch-folder.ts';
import { writeToneWav } from './tone-files.ts';

export interface BaresipOptions {
  /** The user part that it answers to. */
  readonly user: string;
  /** What it says, in Hz. */
  readonly voiceHz: number;
}

/** A baresip that answers every call at once, says a tone and records what it hears. */
export interface Baresip {
  readonly address: SipAddress;
  /** The requests with that method that it has received so far: first line and headers. */
  requests(method: string): string[];
  /** Resolves when it has recorded that many milliseconds of what it hears. */
  hasHeard(milliseconds: number): Promise<void>;
  /** Waits until the other side has hung up, ends baresip, and gives what it heard: a WAV file. */
  recording(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const startupMs = 5000;
/** SIP over UDP and TCP, TLS beside it, and audio from the third on. */
const portsNeeded = 20;
const callMs = 10_000;
/** baresip hangs up when it has nothing more to say: longer than any call here. */
const voiceSeconds = 30;

/** Starts baresip with a configuration of its own; resolves when it can be called. */
export async function startBaresip({ user, voiceHz }: BaresipOptions): Promise<Baresip> {
  const folder = await scratchFolder();
  const address = { host: '127.0.0.1', port: await freeUdpPorts(portsNeeded) };
  const heard = folder.file('heard');
  const voice = folder.file('voice.wav');
  await mkdir(heard);
  await writeToneWav(voice, voiceHz, voiceSeconds);
  await writeFile(folder.file('config'), configuration({ address, voice, heard }));
  await writeFile(folder.file('accounts'), `<sip:${user}@${address.host}:${address.port}>;regint=0;answermode=auto\n`);
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

  /** sndfile names its files by the time, and ends those of what was heard with -dec. */
  const recordingFile = async (): Promise<string | undefined> =>
    (await readdir(heard)).filter((name) => name.endsWith('-dec.wav')).map((name) => join(heard, name))[0];
  return {
    address,
    requests: (method) => messagesIn(program.output).filter((message) => message.startsWith(`${method} `)),
    hasHeard: (milliseconds) =>
      folderShows({
        folder: heard,
        condition: async () => {
          const file = await recordingFile();
          return (
            file !== undefined &&
            (await stat(file)).size > (milliseconds / 1000) * sampleRate * Int16Array.BYTES_PER_ELEMENT
          );
        },
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
    close,
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
}

/** Nothing but loopback, PCMU and files: no sound card, no registration, no STUN. */
function configuration({ address, voice, heard }: Configuration): string {
  return [
    `sip_listen ${address.host}:${address.port}`,
    `net_interface ${address.host}`,
    `rtp_ports ${address.port + 2}-${address.port + portsNeeded - 1}`,
    `audio_source aufile,${voice}`,
    // A player that nothing is connected to: what is heard goes to the recorder on its way there.
    'audio_player aubridge,desk',
    'audio_alert aubridge,bell',
    ...['audio_srate', 'ausrc_srate', 'auplay_srate'].map((rate) => `${rate} ${sampleRate}`),
    'audio_channels 1',
    `snd_path ${heard}`,
    `module_path ${moduleFolders.find((folder) => existsSync(folder)) ?? moduleFolders[0]}`,
    ...['g711', 'aufile', 'aubridge', 'sndfile'].map((module) => `module ${module}.so`),
    ...['account', 'menu'].map((module) => `module_app ${module}.so`),
    '',
  ].join('\n');
}

/** First line and headers of each message in the trace. */
function messagesIn(trace: string): string[] {
  return trace
    .split(/^(?=UDP \S+ -> \S+\r?$)/m)
    .map((part) => part.replace(/^UDP .*\r?\n/, ''))
    .flatMap((part) => part.split(/\r?\n\r?\n/, 1));
}
