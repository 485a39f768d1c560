import type { Clock } from '../ports/clock.ts';
import { describeError } from './error-description.ts';
import { allowedFields, identifierOnly, type LogFields } from './log-fields.ts';

export type { LogFields } from './log-fields.ts';

/**
 * Writes what happened, one JSON object a line: `time` (ISO 8601), `level`, `event`, the fields and, for errors, `error`.
 * `event` is a fixed kebab-case name such as "call-started", never a sentence with values in it.
 */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs the error's name, code and stack frames; not its message, which could quote what a caller said. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

export interface LoggerOptions {
  readonly clock: Clock;
  /** Takes one line without its line feed. Default: standard output, where Lambda collects it. */
  readonly write?: (line: string) => void;
}

/** Never throws, except what `write` throws. */
export function createLogger({ clock, write = writeToStandardOutput }: LoggerOptions): Logger {
  const log = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields, more?: object): void => {
    const time = new Date(clock.now()).toISOString();
    write(JSON.stringify({ time, level, event: identifierOnly(event), ...allowedFields(fields), ...more }));
  };
  return {
    info: (event, fields = {}) => log('info', event, fields),
    warn: (event, fields = {}) => log('warn', event, fields),
    error: (event, error, fields = {}) => log('error', event, fields, { error: describeError(error) }),
  };
}

function writeToStandardOutput(line: string): void {
  process.stdout.write(`${line}\n`);
}
