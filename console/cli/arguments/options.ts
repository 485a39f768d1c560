import * as z from 'zod';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { problem, value, type Reading } from './reading.ts';

/** Something that a command takes by name, `--because "…"`; its own name is the key it stands under, `basedOn` for --based-on. */
export interface Option<Value> {
  /** What follows it, as usage writes it: `"<reason>"`; a flag has none. */
  readonly placeholder?: string;
  readonly help: string;
  readonly required: boolean;
  /** `typed` is undefined when the option was not given, and "" for a flag that was. */
  readonly read: (typed: string | undefined, name: string) => Reading<Value>;
}

export function flag(help: string): Option<boolean> {
  return { help, required: false, read: (typed) => value(typed !== undefined) };
}

/** Text that is not blank; blanks around it are dropped. */
export function text(placeholder: string, help: string): Option<string | undefined> {
  return {
    placeholder,
    help,
    required: false,
    read: (typed, name) => (typed?.trim() === '' ? problem(`--${name} needs ${placeholder}`) : value(typed?.trim())),
  };
}

/** `ask` is what is said when it is not there. */
export function requiredText(placeholder: string, help: string, ask: string): Option<string> {
  return {
    placeholder,
    help,
    required: true,
    read: (typed) => (typed === undefined || typed.trim() === '' ? problem(ask) : value(typed.trim())),
  };
}

/** The number of a published version, or 0 for none yet. */
export function version(help: string): Option<number | undefined> {
  return { placeholder: '<version>', help, required: false, read: readVersion };
}

export function requiredVersion(help: string): Option<number> {
  return {
    placeholder: '<version>',
    help,
    required: true,
    read: (typed, name) => {
      const read = readVersion(typed ?? '', name);
      return read.kind === 'value' ? value(read.value ?? 0) : read;
    },
  };
}

/** A moment in ISO 8601, with an offset or Z: a time without one means something else on every machine. */
export function moment(help: string): Option<EpochMs | undefined> {
  return {
    placeholder: '<time>',
    help,
    required: false,
    read: (typed, name) => {
      if (typed === undefined) return value(undefined);
      // Date.parse takes 30 February for 2 March.
      const isMoment =
        /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(typed) &&
        z.iso.date().safeParse(typed.slice(0, 10)).success;
      const at = isMoment ? Date.parse(typed) : NaN;
      return at >= 0
        ? value(epochMs(at))
        : problem(`--${name} needs a time with its offset, 2026-12-24T09:30:00-08:00 or …Z, not "${typed}"`);
    },
  };
}

export function oneOf<Choice extends string>(choices: readonly Choice[], help: string): Option<Choice | undefined> {
  return {
    placeholder: choices.join('|'),
    help,
    required: false,
    read: (typed, name) => {
      if (typed === undefined) return value(undefined);
      const choice = choices.find((each) => each === typed);
      return choice === undefined
        ? problem(`--${name} is one of ${choices.join(', ')}, not "${typed}"`)
        : value(choice);
    },
  };
}

function readVersion(typed: string | undefined, name: string): Reading<number | undefined> {
  if (typed === undefined) return value(undefined);
  return /^\d{1,9}$/.test(typed)
    ? value(Number(typed))
    : problem(`--${name} needs the number of a version, not "${typed}"`);
}
