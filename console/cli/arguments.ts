import { parseArgs } from 'node:util';

export type Command =
  | { readonly kind: 'check'; readonly file: string }
  | {
      readonly kind: 'publish';
      readonly file: string;
      readonly because: string;
      readonly by?: string;
      readonly basedOn?: number;
    }
  | { readonly kind: 'show'; readonly name?: string }
  | { readonly kind: 'help' };

export type ArgumentsReading =
  | { readonly kind: 'command'; readonly command: Command; readonly json: boolean }
  | { readonly kind: 'usage'; readonly problem: string; readonly json: boolean };

export const usage = [
  'npm run routes -- check <file>                        checks a routing table, and changes nothing',
  'npm run routes -- publish <file> --because "<reason>" checks it and puts it in force',
  '                          [--by <name>] [--based-on <version>]',
  'npm run routes -- show [<name>]                       shows the table that is in force',
  'Add --json for one JSON object. Ends with 0 when all is well, 1 when something is to be mended, 2 for a wrong call.',
  'publish and show read AWS_REGION and ROUTING_TABLES_TABLE; show without a name reads ROUTING_TABLE_NAME.',
];

/** Reads what was typed after `npm run routes --`. */
export function readArguments(words: readonly string[]): ArgumentsReading {
  const json = words.includes('--json');
  try {
    const command = commandOf(words);
    return typeof command === 'string' ? { kind: 'usage', problem: command, json } : { kind: 'command', command, json };
  } catch (error) {
    // parseArgs throws for options that it does not know.
    return { kind: 'usage', problem: error instanceof Error ? error.message : String(error), json };
  }
}

function commandOf(words: readonly string[]): Command | string {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      because: { type: 'string' },
      by: { type: 'string' },
      'based-on': { type: 'string' },
    },
  });
  const [name, operand, ...more] = positionals;
  if (values.help === true || name === 'help') return { kind: 'help' };
  if (more.length > 0) return `there is one word too many: "${more[0]}"`;
  const onlyForPublish = (['because', 'by', 'based-on'] as const).find((option) => values[option] !== undefined);
  if (name !== 'publish' && onlyForPublish !== undefined) return `--${onlyForPublish} belongs to publish only`;
  switch (name) {
    case 'check':
      return operand === undefined ? 'check what? Name a file' : { kind: 'check', file: operand };
    case 'publish':
      return publishOf(operand, values.because, { by: values.by, basedOn: values['based-on'] });
    case 'show':
      return operand === undefined ? { kind: 'show' } : { kind: 'show', name: operand };
    default:
      return name === undefined
        ? 'say what to do: check, publish or show'
        : `there is no "${name}": say check, publish or show`;
  }
}

function publishOf(
  file: string | undefined,
  because: string | undefined,
  optional: { readonly by: string | undefined; readonly basedOn: string | undefined },
): Command | string {
  if (file === undefined) return 'publish what? Name a file';
  if (because === undefined || because.trim() === '')
    return 'say why, for those who ask later: --because "new opening hours"';
  const { by, basedOn } = optional;
  if (by?.trim() === '') return '--by needs a name';
  if (basedOn !== undefined && !/^\d{1,9}$/.test(basedOn))
    return `--based-on needs the number of a version, not "${basedOn}"`;
  return {
    kind: 'publish',
    file,
    because: because.trim(),
    ...(by === undefined ? {} : { by: by.trim() }),
    ...(basedOn === undefined ? {} : { basedOn: Number(basedOn) }),
  };
}
