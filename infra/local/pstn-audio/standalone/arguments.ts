import { parseOptions } from '../../../command-line/parse-options.ts';

export interface RunArguments {
  readonly kind: 'run';
  readonly configFile: string;
  /** Files to write. */
  readonly capture: string | undefined;
  readonly calls: string | undefined;
  /** Numbers, digits and texts are shown. */
  readonly full: boolean;
  /** No ladder. */
  readonly quiet: boolean;
  /** False: never; undefined: where the terminal has colours. */
  readonly color: boolean | undefined;
}

/** What the command is asked to do. */
export type Arguments =
  | RunArguments
  | { readonly kind: 'check'; readonly configFile: string }
  | { readonly kind: 'schema' }
  | { readonly kind: 'init'; readonly folder: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const options = {
  config: { type: 'string', short: 'c' },
  check: { type: 'boolean' },
  schema: { type: 'boolean' },
  init: { type: 'string' },
  pcap: { type: 'string' },
  calls: { type: 'string' },
  full: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `Amazon Chime SDK PSTN Audio on this machine: SIP calls in, your Lambda functions decide.

  npm run pstn-audio -- --config <file> [options]

  -c, --config <file>   what there is: numbers, rules, applications, functions, trunks (JSON)
      --check           look at the configuration and what it names, start nothing
      --schema          print the JSON Schema of configurations, for editors
      --init <folder>   write a small configuration, handler and prompt to begin with
      --pcap <file>     write SIP and audio for Wireshark
      --calls <file>    append one line of JSON for each call when it is over
      --full            show numbers, digits and texts; without it they are masked
  -q, --quiet           no ladder of what happens
      --no-color        no colours; NO_COLOR does the same
  -h, --help            this text

  Ctrl-C ends all calls and stops; a second one stops at once.`;

export function readArguments(words: readonly string[]): Arguments {
  const parsed = parseOptions(options, words);
  if (typeof parsed === 'string') return { kind: 'wrong', problem: parsed };
  const { config, calls, full = false, help, init, pcap, quiet = false, schema } = parsed;
  if (help === true) return { kind: 'help' };
  if (schema === true) return { kind: 'schema' };
  if (init === '') return { kind: 'wrong', problem: '--init needs a folder' };
  if (init !== undefined) return { kind: 'init', folder: init };
  if (config === undefined || config === '') return { kind: 'wrong', problem: '--config <file> is missing' };
  if (parsed.check === true) return { kind: 'check', configFile: config };
  const color = parsed['no-color'] === true ? false : undefined;
  return { kind: 'run', configFile: config, capture: pcap, calls, full, quiet, color };
}
