import { assertNever } from '../../shared/domain/assert-never.ts';
import { BridgeError } from '../../shared/errors.ts';
import { readArguments, usage, type Command } from './arguments.ts';
import { check } from './commands/check.ts';
import { publish } from './commands/publish.ts';
import { show } from './commands/show.ts';
import { failure, type Report } from './report.ts';
import type { Workplace } from './workplace.ts';

export interface Printed {
  readonly exitCode: Report['exitCode'];
  /** What to print, without the last line feed. */
  readonly text: string;
}

/** Carries out what was typed after `npm run routes --`. Rejects on bugs only. */
export async function runRoutes(words: readonly string[], workplace: Workplace): Promise<Printed> {
  const reading = readArguments(words);
  const report =
    reading.kind === 'usage'
      ? failure(2, 'usage', [reading.problem, ...usage])
      : await carryOut(reading.command, workplace);
  return { exitCode: report.exitCode, text: reading.json ? JSON.stringify(report.json) : report.lines.join('\n') };
}

async function carryOut(command: Command, workplace: Workplace): Promise<Report> {
  try {
    return await start(command, workplace);
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    return failure(error.code === 'environment-invalid' ? 2 : 1, error.code, [`${error.message}${causeOf(error)}`]);
  }
}

function start(command: Command, workplace: Workplace): Promise<Report> {
  switch (command.kind) {
    case 'check':
      return check(command, workplace);
    case 'publish':
      return publish(command, workplace);
    case 'show':
      return show(command, workplace);
    case 'help':
      return Promise.resolve({ exitCode: 0, lines: usage, json: { ok: true, usage } });
    default:
      return assertNever(command);
  }
}

function causeOf({ cause }: BridgeError): string {
  return cause instanceof Error ? `: ${cause.name}: ${cause.message}` : '';
}
