import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import { pstnAudioJsonSchema } from '../config/json-schema.ts';
import { readArguments, usage, type RunArguments } from './arguments.ts';
import { banner } from './banner.ts';
import type { CallRecord } from './calls-file/call-record.ts';
import { callRecords } from './calls-file/call-records.ts';
import { startCapture } from './capture/capture.ts';
import { initFolder } from './init-folder.ts';
import { ladder } from './ladder/ladder.ts';
import { openOutputFile, type OutputFile, type OutputFileOptions } from './output-file.ts';
import { readSetup } from './read-setup.ts';
import { StandaloneError, systemCode } from './standalone-error.ts';
import { startStandalone } from './start-standalone.ts';
import type { Terminal } from './terminal.ts';
import type { CallWatcher } from './watching/watched-call.ts';

export interface CommandParts {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Milliseconds since 1970, with fractions: for captures. */
  readonly preciseNow: () => number;
  /** Where files of the arguments are meant from; default: the working folder. */
  readonly folder?: string;
}

interface TakenFile {
  readonly file: string;
  /** Such as "the configuration itself". */
  readonly what: string;
}

/** Runs the command; resolves with its exit code when all is done: 0, 1 when it could not be, or a file could not be written, 2 when it was not understood. */
export async function runCommand(words: readonly string[], parts: CommandParts): Promise<0 | 1 | 2> {
  const asked = readArguments(words);
  const { terminal, folder = '.' } = parts;
  try {
    switch (asked.kind) {
      case 'help':
        terminal.print(usage);
        return 0;
      case 'schema':
        terminal.print(JSON.stringify(pstnAudioJsonSchema(), undefined, 2));
        return 0;
      case 'init':
        for (const line of await initFolder(resolve(folder, asked.folder), asked.folder)) terminal.print(line);
        return 0;
      case 'check':
        await readSetup(resolve(folder, asked.configFile));
        terminal.print(`${asked.configFile} is right.`);
        return 0;
      case 'run':
        return await run(asked, parts);
      case 'wrong':
        terminal.complain(`${asked.problem}; --help says what there is`);
        return 2;
      default:
        return asked satisfies never;
    }
  } catch (error) {
    if (!(error instanceof StandaloneError)) throw error;
    for (const problem of error.problems) terminal.complain(problem);
    return 1;
  }
}

async function run(asked: RunArguments, parts: CommandParts): Promise<0 | 1> {
  const failed = new Set<string>();
  await serve(asked, parts, (option, problem) => {
    if (failed.has(option)) return;
    failed.add(option);
    parts.terminal.complain(problem);
  });
  return failed.size === 0 ? 0 : 1;
}

async function serve(
  asked: RunArguments,
  parts: CommandParts,
  onFileFailure: (option: string, problem: string) => void,
): Promise<void> {
  const { terminal, clock, timers, preciseNow, folder = '.' } = parts;
  const privacy = asked.full ? 'full' : 'masked';
  const color = asked.color ?? terminal.color;
  await using files = new AsyncDisposableStack();
  const configFile = resolve(folder, asked.configFile);
  const taken = [{ file: configFile, what: 'the configuration itself' }];
  const open = async (option: string, path: string, mode: OutputFileOptions['mode']): Promise<OutputFile> => {
    const onFailure = (error: unknown): void =>
      onFileFailure(option, `${option} ${path}: ${systemCode(error)}: nothing more is written to it`);
    const file = resolve(folder, path);
    await refuseTaken(option, path, file, taken);
    taken.push({ file, what: `the file of ${option}` });
    return files.adopt(await openFor(option, path, file, { mode, onFailure }), async (file) => {
      await file.close().catch(onFailure);
    });
  };

  const watchers: CallWatcher[] = asked.quiet
    ? []
    : [ladder({ privacy, color, print: (line) => terminal.print(line) })];
  if (asked.calls !== undefined) {
    const file = await open('--calls', asked.calls, 'append');
    const write = (record: CallRecord): void => void file.write(`${JSON.stringify(record)}\n`);
    const records = callRecords({ privacy, timers, write });
    files.defer(() => records.close());
    watchers.push(records.watcher);
  }
  const capture =
    asked.capture === undefined ? undefined : startCapture(await open('--pcap', asked.capture, 'replace'), preciseNow);

  // What is said before it is ready stands below what there is.
  const early: string[] = [];
  let notice = (line: string): void => void early.push(line);
  const standalone = await startStandalone({
    configFile,
    clock,
    timers,
    watchers,
    observers: capture === undefined ? [] : [capture],
    onNotice: (line) => notice(line),
  });
  // Before that a file of an earlier time stays what it is.
  capture?.begin();
  for (const line of banner(standalone)) terminal.print(line);
  notice = (line) => terminal.complain(line);
  for (const line of early) notice(line);
  await terminal.stopped();
  terminal.print('Ending all calls …');
  await standalone.close();
  if (capture !== undefined && capture.dropped > 0)
    terminal.complain(`--pcap: ${capture.dropped} packets are missing: the disk was too slow`);
}

async function openFor(option: string, path: string, file: string, options: OutputFileOptions): Promise<OutputFile> {
  try {
    return await openOutputFile(file, options);
  } catch (error) {
    throw new StandaloneError([`${option} ${path}: cannot be written (${systemCode(error)})`], { cause: error });
  }
}

/** What is in use already, under whatever name, is no place for what is written. */
async function refuseTaken(option: string, path: string, file: string, taken: readonly TakenFile[]): Promise<void> {
  const wanted = await stat(file).catch(() => undefined);
  if (wanted?.isFile() !== true) return;
  for (const { file: other, what } of taken) {
    const found = await stat(other).catch(() => undefined);
    if (wanted.ino === found?.ino && wanted.dev === found.dev)
      throw new StandaloneError([`${option} ${path}: is ${what}: choose another file`]);
  }
}
