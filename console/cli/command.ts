import { readWords, type Input, type Operands, type Options } from './arguments/read-words.ts';
import type { Report } from './report.ts';
import type { Workplace } from './workplace.ts';

/** A command of `npm run routes`, as it declares itself: the arguments are read and the help is written from this alone. */
interface Definition<Taken extends Operands, Named extends Options> {
  readonly name: string;
  /** In a line, for the list of commands. */
  readonly summary: string;
  /** What else is to be said in its help. */
  readonly details?: readonly string[];
  readonly operands: Taken;
  readonly options: Named;
  readonly run: (input: Input<Taken, Named>, workplace: Workplace) => Promise<Report>;
}

/** A command, whatever it takes. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly operands: Operands;
  readonly options: Options;
  /** Reads the words after its name; a problem with them is told instead of starting. */
  readonly start: (words: readonly string[], workplace: Workplace) => Promise<Report> | { readonly problem: string };
}

export function command<Taken extends Operands, Named extends Options>(definition: Definition<Taken, Named>): Command {
  const { name, summary, details = [], operands, options, run } = definition;
  return {
    name,
    summary,
    details,
    operands,
    options,
    start(words, workplace) {
      const reading = readWords(words, definition);
      return reading.kind === 'value' ? run(reading.value, workplace) : { problem: reading.problem };
    },
  };
}
