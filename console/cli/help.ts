import { optionName } from './arguments/read-words.ts';
import type { Command } from './command.ts';

/** `npm run routes -- publish <file> --because "<reason>" [--by <name>]`. */
export function usageOf({ name, operands, options }: Command): string {
  const words = [
    ...Object.values(operands).map(({ placeholder }) => placeholder),
    ...Object.entries(options).map(([key, option]) => {
      const word = optionWord(key, option.placeholder);
      return option.required ? word : `[${word}]`;
    }),
  ];
  return ['npm run routes --', name, ...words].join(' ');
}

/** All that there is to say about one command. */
export function helpFor(command: Command): string[] {
  const { operands, options, summary, details } = command;
  const entries = [
    ...Object.values(operands).map(({ placeholder, help }): [string, string] => [placeholder, help]),
    ...Object.entries(options).map(([key, { placeholder, help }]): [string, string] => [
      optionWord(key, placeholder),
      help,
    ]),
    ['--json', 'one JSON object instead of lines for people'] as [string, string],
  ];
  return [usageOf(command), '', summary, ...details, '', ...columns(entries)];
}

/** What there is to choose from. */
export function helpForAll(commands: readonly Command[]): string[] {
  return [
    'npm run routes -- <command> …',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Add --help to a command for what it takes, --json for one JSON object.',
    'Ends with 0 when all is well, 1 when something is to be mended or was refused, 2 for a wrong call.',
    'Commands that read or change what is published take AWS_REGION and ROUTING_TABLES_TABLE, and whatever else the AWS SDK does.',
  ];
}

function optionWord(key: string, placeholder: string | undefined): string {
  return `--${optionName(key)}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}

function columns(entries: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...entries.map(([left]) => left.length));
  return entries.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
