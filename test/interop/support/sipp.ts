import { fileURLToPath } from 'node:url';
import type { SipAddress } from '../../../infra/local/pstn-audio/sip/user-agent.ts';
import { freeUdpPorts } from './free-ports.ts';
import { startProgram } from './program.ts';
import { folderShows, scratchFolder, type ScratchFolder } from './scratch-folder.ts';
import { writeKeysToStream, writeTonesToStream } from './tone-files.ts';
import { within } from './within.ts';

export interface SippOptions {
  /** A file in scenarios/, without `.xml`; or one of sipp's own with `-sn`, such as `sipp:uac`. */
  readonly scenario: string;
  /** Where it calls; without it sipp waits for calls. */
  readonly target?: SipAddress;
  /** The number it calls. */
  readonly number?: string;
  /** Values for [names] of the scenario. */
  readonly keys?: Readonly<Record<string, string>>;
  /** How many calls in all, and how many in a second; default one. */
  readonly calls?: { readonly count: number; readonly perSecond: number };
  /** The tone of voice.ul (PCMU) and voice.al (PCMA), which a scenario may stream, in Hz. */
  readonly voiceHz?: number;
  /** The keys whose tones are in keys.ul (PCMU), which a scenario may stream. */
  readonly keysInBand?: string;
  /**
   * False: sipp neither repeats a request nor recognises a repetition, so that a scenario can play packet loss by itself,
   * message by message. Default true.
   */
  readonly retransmits?: boolean;
  /** Default UDP. */
  readonly protocol?: 'UDP' | 'TCP';
  /** What [authentication] proves. */
  readonly credentials?: { readonly username: string; readonly password: string };
}

export interface Sipp {
  readonly address: SipAddress;
  /** Resolves when every call went as the scenario says; else rejects with what sipp saw. */
  readonly finished: Promise<void>;
  /** The value of `work`; rejects with what sipp saw if sipp fails before. */
  unlessItFails<Value>(work: Promise<Value>): Promise<Value>;
  /** Every message in and out so far. */
  messages(): Promise<string>;
  /** Resolves when that many messages in or out start with this text. */
  hasSeen(start: string, count: number): Promise<void>;
  close(): Promise<void>;
}

/** sipp ends by itself after this time, with its own words about what it was waiting for. */
const patienceSeconds = 20;
const startupMs = 5000;
/** SIP, remote control, and audio from the third on. */
const portsNeeded = 12;

/** Runs one scenario of sipp; resolves when it calls, or when it can be called. */
export async function startSipp(options: SippOptions): Promise<Sipp> {
  const folder = await scratchFolder();
  const address = { host: '127.0.0.1', port: await freeUdpPorts(portsNeeded) };
  if (options.voiceHz !== undefined) await writeTonesToStream(folder, options.voiceHz);
  if (options.keysInBand !== undefined) await writeKeysToStream(folder, options.keysInBand);
  const program = startProgram('sipp', sippArguments(options, address), folder.path);
  const finished = within((patienceSeconds + 5) * 1000, `sipp plays ${options.scenario}`, program.ended).then(
    async (code) => {
      if (code !== 0) throw new Error(await failure(options, code, folder));
    },
  );
  // Whoever awaits it sees the failure; a test that has failed already does not need it twice.
  finished.catch(() => undefined);
  const close = async (): Promise<void> => {
    await program.close();
    await finished.catch(() => undefined);
    await folder.close();
  };
  if (options.target === undefined) {
    try {
      await Promise.race([canBeCalled(folder), finished]);
    } catch (error) {
      await close();
      throw error;
    }
  }
  const messages = (): Promise<string> => folder.text('messages.log');
  return {
    address,
    finished,
    unlessItFails: (work) => Promise.race([work, finished.then(() => work)]),
    messages,
    hasSeen: (start, count) =>
      folderShows({
        folder: folder.path,
        condition: async () => (await messages()).split('\n').filter((line) => line.startsWith(start)).length >= count,
        what: `sipp has seen ${start} ${count} times`,
        milliseconds: patienceSeconds * 1000,
      }),
    close,
  };
}

function canBeCalled(folder: ScratchFolder): Promise<void> {
  return folderShows({
    folder: folder.path,
    // Below the head line: the first record is written on the way up, the second by the loop that receives.
    condition: async () => /\n.+\n.+\n/.test(await folder.text('statistics.csv')),
    what: 'sipp can be called',
    milliseconds: startupMs,
  });
}

function sippArguments(options: SippOptions, { host, port }: SipAddress): string[] {
  const { scenario, target, number, keys = {}, calls = { count: 1, perSecond: 20 }, retransmits = true } = options;
  const { credentials, protocol = 'UDP' } = options;
  const builtIn = /^sipp:(.+)$/.exec(scenario)?.[1];
  const settings = [
    `-m ${calls.count} -r ${calls.perSecond} -l ${calls.count}`,
    `-i ${host} -p ${port} -mi ${host} -mp ${port + 2} -ci ${host} -cp ${port + 1}`,
    `-timeout ${patienceSeconds}s -timeout_error -recv_timeout 10000 -nostdin`,
    '-trace_err -error_file errors.log -trace_msg -message_file messages.log',
    '-trace_stat -stf statistics.csv -fd 50ms',
  ];
  return [
    ...(target === undefined ? [] : [`${target.host}:${target.port}`]),
    ...(builtIn === undefined ? ['-sf', scenarioFile(scenario)] : ['-sn', builtIn]),
    ...(number === undefined ? [] : ['-s', number]),
    ...Object.entries(keys).flatMap(([name, value]) => ['-key', name, value]),
    ...settings.flatMap((words) => words.split(' ')),
    ...(retransmits ? [] : ['-nr']),
    ...(protocol === 'TCP' ? ['-t', 't1'] : []),
    ...(credentials === undefined ? [] : ['-au', credentials.username, '-ap', credentials.password]),
  ];
}

function scenarioFile(name: string): string {
  return fileURLToPath(new URL(`../scenarios/${name}.xml`, import.meta.url));
}

async function failure({ scenario }: SippOptions, code: number | null, folder: ScratchFolder): Promise<string> {
  const [errors, messages] = await Promise.all([folder.text('errors.log'), folder.text('messages.log')]);
  return `sipp ended ${scenario} with ${code}\n${errors.slice(0, 4000)}\nIts messages:\n${messages.slice(-8000)}`;
}
