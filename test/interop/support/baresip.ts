import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import { freeUdpPort } from './free-port.ts';
import { startProgram } from './program.ts';
import { scratchFolder } from './scratch-folder.ts';
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
  /** Resolves when a call is up. */
  answered(): Promise<void>;
  /** The requests that it got with that method, whole. */
  requests(method: string): string[];
  /** Waits for the end of its call, and gives what it heard: a WAV file. */
  recording(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const startupMs = 5000;
const callMs = 10_000;
/** Where distributions keep its modules. */
const moduleFolders = ['/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules', '/opt/homebrew/lib/baresip/modules', '/usr/lib64/baresip/modules'];

/** Starts baresip with a configuration of its own; resolves when it can be called. */
export async function startBaresip({ user, voiceHz }: BaresipOptions): Promise<Baresip> {
  const folder = await scratchFolder();
  const address = { host: '127.0.0.1', port: await freeUdpPort() };
  await mkdir(folder.file('heard'));
  await writeToneWav(folder.file('voice.wav'), voiceHz);
  await writeFile(folder.file('config'), config(address, folder.path));
  await writeFile(folder.file('accounts'), `<sip:${user}@${address.host}:${address.port};transport=udp>;regint=0;answermode=auto;audio_codecs=pcmu\n`);
  await writeFile(folder.file('contacts'), '');
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
  return {
    address,
    answered: () => program.says(/Call established/, callMs),
    requests: (method) => program.output.split(/^(?=[A-Z]+ sips?:\S+ SIP\/2\.0\r?$)/m).filter((part) => part.startsWith(`${method} `)).map((part) => part.split(/\r?\n\r?\n/)[0] ?? ''),
    async recording() {
      await program.says(/session closed|Call with .* terminated/, callMs);
      const name = (await folder.names()).length === 0 ? undefined : (await heardFiles(folder.file('heard')));
      if (name === undefined) throw new Error(`baresip recorded nothing\n${program.output}`);
      return readFile(name);
    },
    close,
  };
}
