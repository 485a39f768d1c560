import { problem, value, type Reading } from './reading.ts';

/** A word that a command takes by its place. */
export interface Operand<Value> {
  /** As usage writes it: "<file>", "[<name>]". */
  readonly placeholder: string;
  readonly help: string;
  readonly read: (word: string | undefined) => Reading<Value>;
}

/** `ask` is what is said when it is not there: "check what? Name a file". */
export function operand(name: string, help: string, ask: string): Operand<string> {
  return { placeholder: `<${name}>`, help, read: (word) => (word === undefined ? problem(ask) : value(word)) };
}

export function optionalOperand(name: string, help: string): Operand<string | undefined> {
  return { placeholder: `[<${name}>]`, help, read: value };
}
