import { parseArgs } from 'node:util';

export interface CostArguments {
  readonly callsPerMonth: number;
  readonly minutesPerCall: number;
  /** A deployment's config, as the user names it. */
  readonly config?: string;
  readonly json: boolean;
}

export type CostArgumentsReading =
  | { readonly kind: 'read'; readonly wishes: CostArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const oneLine = 'npm run cost -- --calls-per-month <number> [--minutes <number>] [--config <file>] [--json]';

export const costUsage = `${oneLine}

      --calls-per-month <number>   calls that come in, a whole number
      --minutes <number>           how long the two speak (default: 3)
  -c, --config <file>              a deployment's config (default: one with a Voice Connector, and all else by default)
      --json                       one JSON object instead of a table
  -h, --help                       this text

What a month costs, at list prices, with the assumptions behind it. Needs no network and no credentials.`;

/** Reads a command line; what is wrong with it is one line. */
export function readCostArguments(line: readonly string[]): CostArgumentsReading {
  const given = parse(line);
  if (typeof given === 'string') return wrong(given);
  if (given.help === true) return { kind: 'help' };
  const { 'calls-per-month': callsText, minutes: minutesText = '3', config, json = false } = given;
  if (callsText === undefined) return wrong('--calls-per-month is missing');
  const callsPerMonth = Number(/^\d{1,12}$/.test(callsText) ? callsText : NaN);
  if (Number.isNaN(callsPerMonth)) return wrong('--calls-per-month must be a whole number, without separators: 10000');
  const minutesPerCall = Number(/^\d{1,4}(?:\.\d{1,3})?$/.test(minutesText) ? minutesText : NaN);
  if (!(minutesPerCall > 0 && minutesPerCall <= 1440))
    return wrong('--minutes must be a number above 0, up to 1440: 2.5');
  return {
    kind: 'read',
    wishes: { callsPerMonth, minutesPerCall, json, ...(config === undefined ? {} : { config }) },
  };
}

type Given = { readonly [Option in 'calls-per-month' | 'minutes' | 'config']?: string | undefined } & {
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
};

/** A text is what is wrong, in Node's words without its advice. */
function parse(args: readonly string[]): Given | string {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'calls-per-month': { type: 'string' },
        minutes: { type: 'string' },
        config: { type: 'string', short: 'c' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    const { message } = error as Error;
    return (message.split(/\n|\.(?: |$)/u)[0] ?? message).trim();
  }
}

function wrong(problem: string): CostArgumentsReading {
  return { kind: 'wrong', problem: `${problem}. Use: ${oneLine}` };
}
