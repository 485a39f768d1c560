import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SipAddress } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { freeUdpPorts } from './support/free-ports.ts';
import { startProgram } from './support/program.ts';
import { scratchFolder } from './support/scratch-folder.ts';
import { within } from './support/within.ts';

export interface LoadOptions {
  readonly target: SipAddress;
  readonly number: string;
  readonly alexaClientId: string;
  /** User-to-User of each call, as Alexa has ordered it. */
  readonly userToUser: readonly string[];
  readonly perSecond: number;
}

/** How the calls ended, as the callers saw it. */
export interface LoadEnd {
  readonly successful: number;
  /** Refused, or hung up by somebody else. */
  readonly failed: number;
}

export interface Load {
  /** Resolves when the last call has ended. */
  readonly finished: Promise<LoadEnd>;
  close(): Promise<void>;
}

const scenario = fileURLToPath(new URL('two-regions-caller.xml', import.meta.url));
const patienceSeconds = 40;
/** SIP, remote control, and audio from the third on. */
const portsNeeded = 12;

/** sipp places skill calls, one after the other in short order, each with the User-to-User of its own; it goes on when one fails. */
export async function startLoad({ target, number, alexaClientId, userToUser, perSecond }: LoadOptions): Promise<Load> {
  const folder = await scratchFolder();
  const host = '127.0.0.1';
  const port = await freeUdpPorts(portsNeeded);
  // Semicolons part the fields of sipp's file: what follows the first one is in the scenario.
  const rows = userToUser.map((value) => value.slice(0, value.indexOf(';')));
  await writeFile(folder.file('calls.csv'), ['SEQUENTIAL', ...rows, ''].join('\n'));
  const settings = [
    `${target.host}:${target.port} -s ${number} -inf calls.csv -key client_id ${alexaClientId}`,
    `-m ${rows.length} -r ${perSecond} -l ${rows.length}`,
    `-i ${host} -p ${port} -mi ${host} -mp ${port + 2} -ci ${host} -cp ${port + 1}`,
    `-timeout ${patienceSeconds}s -recv_timeout 20000 -nostdin -trace_err -error_file errors.log`,
    '-trace_stat -stf statistics.csv -fd 1s',
  ];
  const program = startProgram(
    'sipp',
    ['-sf', scenario, ...settings.flatMap((words) => words.split(' '))],
    folder.path,
  );
  const finished = within((patienceSeconds + 5) * 1000, 'sipp places its calls', program.ended).then(async (code) => {
    // 1: some calls have failed; the statistics say how many.
    if (code !== 0 && code !== 1) throw new Error(`sipp ended with ${code}\n${await folder.text('errors.log')}`);
    return endOf(await folder.text('statistics.csv'));
  });
  finished.catch(() => undefined);
  return {
    finished,
    async close() {
      await program.close();
      await finished.catch(() => undefined);
      await folder.close();
    },
  };
}

function endOf(statistics: string): LoadEnd {
  const lines = statistics.trim().split('\n');
  const names = lines[0]?.split(';') ?? [];
  const last = lines.at(-1)?.split(';') ?? [];
  const figure = (name: string): number => Number(last[names.indexOf(name)]);
  return { successful: figure('SuccessfulCall(C)'), failed: figure('FailedCall(C)') };
}
