import { suggestion } from '../../shared/contracts/table-file/nearest-name.ts';
import { BridgeError } from '../../shared/errors.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { helpFor, helpForAll, usageOf } from './help.ts';
import { failure, isFileError, type Report } from './report.ts';
import { silentProgress } from './terminal/progress.ts';
import type { Workplace } from './workplace.ts';

export interface Printed {
  readonly exitCode: Report['exitCode'];
  /** What to print, without the last line feed. */
  readonly text: string;
}

/** They may stand before the command. What follows another option may be its value, and only the command knows. */
const optionsOfAll: readonly string[] = ['--json', '--help', '-h'];

/** Carries out what was typed after `npm run routes --`. Rejects on bugs only. */
export async function runRoutes(words: readonly string[], workplace: Workplace): Promise<Printed> {
  const json = words.includes('--json');
  const report = await reportOn(words, json ? { ...workplace, progress: silentProgress } : workplace);
  return { exitCode: report.exitCode, text: json ? JSON.stringify(report.json) : report.lines.join('\n') };
}

function reportOn(words: readonly string[], workplace: Workplace): Promise<Report> | Report {
  const position = words.findIndex((word) => !optionsOfAll.includes(word));
  const name = words[position];
  const rest = words.filter((_, index) => index !== position);
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (name === 'help') return helpOn(rest.find((word) => !word.startsWith('-')));
  if (name === undefined) return wantsHelp ? overview() : wrongCall('say what to do', helpForAll(commands));
  if (name.startsWith('-')) return wrongCall(`the command comes first, before ${name}`, helpForAll(commands));
  const command = commandNamed(name);
  if (command === undefined) return unknownCommand(name);
  return wantsHelp ? helpReport(helpFor(command)) : carryOut(command, rest, workplace);
}

async function carryOut(command: Command, words: readonly string[], workplace: Workplace): Promise<Report> {
  try {
    const started = command.start(words, workplace);
    return 'problem' in started
      ? wrongCall(started.problem, [usageOf(command), `npm run routes -- ${command.name} --help says more`])
      : await started;
  } catch (error) {
    // Reading is told where it happens; this is a folder that may not be written to, or a full disk.
    if (isFileError(error)) return failure(1, 'file-unwritable', [`nothing more was written: ${error.message}`]);
    if (!(error instanceof BridgeError)) throw error;
    return failure(error.code === 'environment-invalid' ? 2 : 1, error.code, [`${error.message}${causeOf(error)}`]);
  }
}

function helpOn(name: string | undefined): Report {
  if (name === undefined) return overview();
  const command = commandNamed(name);
  return command === undefined ? unknownCommand(name) : helpReport(helpFor(command));
}

function overview(): Report {
  return helpReport(helpForAll(commands));
}

function helpReport(usage: readonly string[]): Report {
  return { exitCode: 0, lines: usage, json: { ok: true, usage } };
}

function unknownCommand(name: string): Report {
  const names = commands.map((command) => command.name);
  return wrongCall(`there is no "${name}"${suggestion(name, names)}`, helpForAll(commands));
}

function wrongCall(problem: string, lines: readonly string[]): Report {
  return failure(2, 'usage', [problem, ...lines]);
}

function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}

function causeOf({ cause }: BridgeError): string {
  return cause instanceof Error ? `: ${cause.name}: ${cause.message}` : '';
}
