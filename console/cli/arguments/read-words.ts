import { parseArgs } from 'node:util';
import { suggestion } from '../../../shared/contracts/table-file/nearest-name.ts';
import type { Operand } from './operands.ts';
import type { Option } from './options.ts';
import { problem, value, type Reading } from './reading.ts';

export type Operands = Readonly<Record<string, Operand<unknown>>>;
export type Options = Readonly<Record<string, Option<unknown>>>;

/** What a command declares: its operands in their order, its options by name. */
export interface Declaration<Taken extends Operands, Named extends Options> {
  readonly operands: Taken;
  readonly options: Named;
}

/** What it is then given, under the same names. */
export type Input<Taken extends Operands, Named extends Options> = {
  readonly [Name in keyof Taken]: Taken[Name] extends Operand<infer Value> ? Value : never;
} & { readonly [Name in keyof Named]: Named[Name] extends Option<infer Value> ? Value : never };

/** Every command takes them. */
const commonOptions = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Reads what was typed after a command's name. Of several problems the first is told. */
export function readWords<Taken extends Operands, Named extends Options>(
  words: readonly string[],
  { operands, options }: Declaration<Taken, Named>,
): Reading<Input<Taken, Named>> {
  const typed = parse(words, options);
  if (typed.kind === 'problem') return typed;
  const { positionals, values } = typed.value;
  const tooMany = positionals[Object.keys(operands).length];
  if (tooMany !== undefined) return problem(`there is one word too many: "${tooMany}"`);

  const readings: [string, Reading<unknown>][] = [
    ...Object.entries(operands).map(([name, { read }], index): [string, Reading<unknown>] => [
      name,
      read(positionals[index]),
    ]),
    ...Object.entries(options).map(([name, { read }]): [string, Reading<unknown>] => [
      name,
      read(values.get(optionName(name)), optionName(name)),
    ]),
  ];
  for (const [, reading] of readings) if (reading.kind === 'problem') return reading;
  const input = Object.fromEntries(
    readings.map(([name, reading]) => [name, reading.kind === 'value' ? reading.value : undefined]),
  );
  // Each value came from the reader that its declaration names.
  return value(input as Input<Taken, Named>);
}

/** `basedOn` is --based-on. */
export function optionName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

interface Typed {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

function parse(words: readonly string[], options: Options): Reading<Typed> {
  const known = Object.fromEntries(
    Object.entries(options).map(([name, { placeholder }]) => [
      optionName(name),
      { type: placeholder === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const stranger = words.find((word) => /^--[a-z]/.test(word) && !isKnown(word, known));
  if (stranger !== undefined) {
    const name = nameOf(stranger);
    return problem(
      `there is no --${name} here${suggestion(name, [...Object.keys(known), ...Object.keys(commonOptions)])}`,
    );
  }
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...known, ...commonOptions },
    });
    const texts = Object.entries(values).flatMap(([name, given]): [string, string][] =>
      typeof given === 'string' ? [[name, given]] : given === true ? [[name, '']] : [],
    );
    return value({ positionals, values: new Map(texts) });
  } catch (error) {
    // parseArgs throws for what it cannot make sense of: an option without its value, a value for a flag.
    return problem(error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error));
  }
}

function isKnown(word: string, known: Readonly<Record<string, unknown>>): boolean {
  const name = nameOf(word);
  return Object.hasOwn(known, name) || Object.hasOwn(commonOptions, name);
}

function nameOf(word: string): string {
  return word.slice(2).split('=')[0] ?? '';
}
