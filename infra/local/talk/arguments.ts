import { parseOptions } from '../../command-line/parse-options.ts';
import { readScope, scopeNames, type Scope } from './scopes.ts';

const regions = ['NA', 'EU', 'FE'] as const;

export interface TalkOptions {
  readonly kind: 'talk';
  readonly locale: string;
  /** What Alexa says is written there. */
  readonly wav: string | undefined;
  /** Whose voice Alexa recognises. */
  readonly as: string | undefined;
  readonly grant: readonly Scope[];
  readonly deny: readonly Scope[];
  readonly region: (typeof regions)[number];
  /** A device that moves, and knows where it is. */
  readonly mobile: boolean;
  readonly json: boolean;
}

/** What the command is asked to do. */
export type Arguments = TalkOptions | { readonly kind: 'help' } | { readonly kind: 'wrong'; readonly problem: string };

const options = {
  locale: { type: 'string', short: 'l' },
  wav: { type: 'string' },
  as: { type: 'string' },
  grant: { type: 'string', multiple: true },
  deny: { type: 'string', multiple: true },
  region: { type: 'string' },
  mobile: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `Talk to the example bank's skill, on a local Alexa that really calls.

  npm run talk [-- options]

  -l, --locale <locale>   the language: en-US (the default), en-CA, fr-CA, es-US
      --wav <file>        write what Alexa says as sound: 8 kHz, mono
      --as <name>         whose voice Alexa recognises: maria, diego; nobody's unless told
      --grant <scope>     the customer has allowed this: ${scopeNames}
      --deny <scope>      the customer has not; both may be given several times
      --region <region>   where the account is: NA (the default), EU, FE
      --mobile            a device that moves, and knows where it is
      --json              a line of JSON for each thing that happens
  -h, --help              this text

  Type what you would say; an empty line is silence, /help tells the rest. Lines may come out of a pipe:
  printf 'open example bank\\n' | npm run talk`;

/** Reads the command line; never throws. */
export function readArguments(words: readonly string[]): Arguments {
  const parsed = parseOptions(options, words);
  if (typeof parsed === 'string') return wrong(parsed);
  const { locale = 'en-US', wav, as, mobile = false, json = false, help } = parsed;
  if (help === true) return { kind: 'help' };
  const region = regions.find((known) => known === (parsed.region ?? 'NA'));
  if (region === undefined) return wrong(`--region is one of ${regions.join(', ')}, not ${parsed.region}`);
  if (!/^[a-z]{2}-[A-Z]{2}$/u.test(locale)) return wrong(`--locale is a language and a country, as en-US`);
  if (wav === '') return wrong('--wav needs a file');
  const grant = readScopes(parsed.grant);
  const deny = readScopes(parsed.deny);
  if (grant === undefined || deny === undefined)
    return wrong(`--grant and --deny take one of ${scopeNames}, or a scope as skill.json spells it`);
  return { kind: 'talk', locale, wav, as, grant, deny, region, mobile, json };
}

function readScopes(names: readonly string[] = []): readonly Scope[] | undefined {
  const read = names.map(readScope);
  const known = read.filter((scope) => scope !== undefined);
  return known.length === read.length ? known : undefined;
}

function wrong(problem: string): Arguments {
  return { kind: 'wrong', problem };
}
