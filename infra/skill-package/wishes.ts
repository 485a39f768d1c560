import { parseArgs } from 'node:util';
import { invocationNameOf, invocationNameProblem } from './invocation-name.ts';
import { accountLinkingOf, type AccountLinking } from './account-linking.ts';
import { httpsProblem } from './https-url.ts';

/** What a package is to be made with. */
export interface PackageWishes {
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Of the skill's Lambda function. Left out: the skill has no endpoint yet, but an id, which the function's permission needs. */
  readonly functionArn?: string;
  /** Folder that the package is written into. */
  readonly out: string;
  /** In the place of the example's name. */
  readonly business?: BusinessName;
  /** Folder with small-icon.png and large-icon.png. */
  readonly iconsFrom?: string;
  /** A routing table's file, or the name of a published one. */
  readonly table?: string;
  readonly accountLinking?: AccountLinking;
}

export interface BusinessName {
  readonly name: string;
  readonly invocationName: string;
}

export type WishesReading =
  | { readonly kind: 'read'; readonly wishes: PackageWishes }
  /** Each problem says which option, what is wrong with it and what to write. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const options = {
  'privacy-url': { type: 'string' },
  'terms-url': { type: 'string' },
  'function-arn': { type: 'string' },
  out: { type: 'string' },
  business: { type: 'string' },
  'invocation-name': { type: 'string' },
  'icons-from': { type: 'string' },
  table: { type: 'string' },
  'linking-authorization-url': { type: 'string' },
  'linking-token-url': { type: 'string' },
  'linking-client-id': { type: 'string' },
  'linking-scopes': { type: 'string' },
} as const;
type Values = { readonly [Name in keyof typeof options]?: string };

export const usage = `npm run skill-package -- --privacy-url <https://…> --terms-url <https://…> --out <folder>
    [--function-arn <arn>] [--business "…" [--invocation-name "…"]] [--icons-from <folder>] [--table <file or name>]
    [--linking-authorization-url <https://…> --linking-token-url <https://…> --linking-client-id <id> [--linking-scopes "…"]]`;

/** The Regions that Alexa invokes Lambda functions in (Alexa Skills Kit documentation, host-a-custom-skill-as-an-aws-lambda-function). */
const arnPattern =
  /^arn:aws:lambda:(?:us-east-1|us-west-2|eu-west-1|ap-northeast-1):\d{12}:function:[\w-]{1,64}(?::[\w-]{1,128})?$/;
/** As the skill stores show it: two characters at least, fifty at most, and nothing that could be markup. */
const businessPattern = /^[^<>&"\s](?:[^<>&"\n]{0,48}[^<>&"\s])$/;

/** Reads the command line; every problem is told at once. */
export function readWishes(line: readonly string[]): WishesReading {
  let values: Values;
  try {
    values = { ...parseArgs({ args: [...line], options, strict: true, allowPositionals: false }).values };
  } catch (error) {
    return { kind: 'wrong', problems: [error instanceof Error ? error.message : String(error)] };
  }
  const problems = [
    ...urlProblems(values, 'privacy-url', 'the page of the privacy policy'),
    ...urlProblems(values, 'terms-url', 'the page of the terms of use'),
    ...missing(values, 'out', 'a new folder'),
    ...arnProblems(values['function-arn']),
    ...nameProblems(values),
  ];
  const linking = accountLinkingOf({
    authorizationUrl: values['linking-authorization-url'],
    accessTokenUrl: values['linking-token-url'],
    clientId: values['linking-client-id'],
    scopes: values['linking-scopes'],
  });
  if (linking.kind === 'wrong') problems.push(...linking.problems);
  if (problems.length > 0 || linking.kind === 'wrong') return { kind: 'wrong', problems };

  const { business, table, 'function-arn': functionArn, 'icons-from': iconsFrom, 'invocation-name': spoken } = values;
  return {
    kind: 'read',
    wishes: {
      privacyUrl: values['privacy-url'] ?? '',
      termsUrl: values['terms-url'] ?? '',
      out: values.out ?? '',
      ...(functionArn === undefined ? {} : { functionArn }),
      ...(business === undefined
        ? {}
        : { business: { name: business, invocationName: spoken ?? invocationNameOf(business) } }),
      ...(iconsFrom === undefined ? {} : { iconsFrom }),
      ...(table === undefined ? {} : { table }),
      ...(linking.kind === 'read' ? { accountLinking: linking.accountLinking } : {}),
    },
  };
}

function missing(values: Values, name: keyof Values, what: string): string[] {
  return values[name] ? [] : [`--${name} is missing: ${what}`];
}

function urlProblems(values: Values, name: keyof Values, what: string): string[] {
  const url = values[name];
  if (!url) return missing(values, name, what);
  const problem = httpsProblem(url);
  return problem === undefined ? [] : [`--${name} ${problem}`];
}

function arnProblems(arn: string | undefined): string[] {
  if (!arn || arnPattern.test(arn)) return [];
  return [
    '--function-arn is not the ARN of a Lambda function in a Region that Alexa invokes (us-east-1, us-west-2, eu-west-1, ap-northeast-1): write arn:aws:lambda:us-east-1:<account>:function:<name>',
  ];
}

function nameProblems({ business, 'invocation-name': spoken }: Values): string[] {
  if (business === undefined)
    return spoken === undefined ? [] : ['--invocation-name goes with --business: say whose name it is'];
  if (!businessPattern.test(business)) return ['--business must be 2 to 50 characters, without < > & and quotes'];
  const problem = invocationNameProblem(spoken ?? invocationNameOf(business));
  if (problem === undefined) return [];
  return [
    spoken === undefined
      ? `--business makes an invocation name that ${problem}: give another one with --invocation-name`
      : `--invocation-name ${problem}`,
  ];
}
