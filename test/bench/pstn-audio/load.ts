import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { freeUdpPorts } from '../../interop/support/free-ports.ts';
import { startProgram, type Program } from '../../interop/support/program.ts';
import { scratchFolder } from '../../interop/support/scratch-folder.ts';

export interface LoadOptions {
  /** A file in scenarios/, without `.xml`. */
  readonly scenario: string;
  /** Where it calls; without it sipp waits for calls. */
  readonly target?: { readonly host: string; readonly port: number };
  readonly number?: string;
  readonly calls: number;
  /** Calls begun in a second. */
  readonly rate: number;
  /** Calls at a time; default: no limit. */
  readonly atOnce?: number;
  /** How long each call lasts, ms, where the scenario has a pause. */
  readonly holdMs?: number;
  /** Ports for the audio of one call after another. */
  readonly audioPorts?: readonly number[];
  /** sipp gives up after so long. */
  readonly patienceSeconds: number;
}

export interface LoadResult {
  readonly successful: number;
  readonly failed: number;
  /** From sipp's start to its end. */
  readonly seconds: number;
  /** INVITE to 200, where the scenario measures it; ms, in order of arrival. */
  readonly log: readonly string[];
}

export interface Load {
  readonly address: { readonly host: string; readonly port: number };
  /** Lines that the scenario has logged so far. */
  log(): Promise<readonly string[]>;
  readonly finished: Promise<LoadResult>;
  close(): Promise<void>;
}

/** SIP, remote control and media. */
const portsNeeded = 6;

/** Starts sipp with one of the bench's scenarios. */
export async function startLoad(options: LoadOptions): Promise<Load> {
  const { scenario, target, number = 'bench', calls, rate, atOnce, holdMs = 0, audioPorts, patienceSeconds } = options;
  const folder = await scratchFolder();
  const address = { host: '127.0.0.1', port: await freeUdpPorts(portsNeeded) };
  if (audioPorts !== undefined)
    await writeFile(folder.file('ports.csv'), `SEQUENTIAL\n${audioPorts.map((port) => `${port};\n`).join('')}`);
  const program: Program = startProgram(
    'sipp',
    [
      ...(target === undefined ? [] : [`${target.host}:${target.port}`]),
      '-sf',
      fileURLToPath(new URL(`./scenarios/${scenario}.xml`, import.meta.url)),
      ...`-s ${number} -m ${calls} -r ${rate} -d ${holdMs}`.split(' '),
      ...(atOnce === undefined ? ['-l', String(calls)] : ['-l', String(atOnce)]),
      ...(audioPorts === undefined ? [] : ['-inf', 'ports.csv']),
      ...`-i ${address.host} -p ${address.port} -mi ${address.host} -mp ${address.port + 2}`.split(' '),
      ...`-ci ${address.host} -cp ${address.port + 1} -timeout ${patienceSeconds}s -timeout_error -nostdin`.split(' '),
      ...'-trace_stat -stf statistics.csv -fd 1 -trace_logs -log_file log.txt -trace_err -error_file errors.txt'.split(
        ' ',
      ),
      ...'-buff_size 1048576'.split(' '),
    ],
    folder.path,
  );
  const log = async (): Promise<readonly string[]> =>
    (await folder.text('log.txt')).split('\n').filter((line) => line !== '');
  const startedAt = performance.now();
  const finish = async (): Promise<LoadResult> => {
    await program.ended;
    const seconds = (performance.now() - startedAt) / 1000;
    return { ...counted(await readFile(folder.file('statistics.csv'), 'utf8')), seconds, log: await log() };
  };
  const finished = finish();
  finished.catch(() => undefined);
  return {
    address,
    log,
    finished,
    async close() {
      await program.close();
      await finished.catch(() => undefined);
      await folder.close();
    },
  };
}

function counted(statistics: string): { successful: number; failed: number } {
  const [head = '', ...rows] = statistics.trim().split('\n');
  const last = rows.at(-1)?.split(';') ?? [];
  const column = (name: string): number => Number(last[head.split(';').indexOf(name)] ?? Number.NaN);
  return { successful: column('SuccessfulCall(C)'), failed: column('FailedCall(C)') };
}
