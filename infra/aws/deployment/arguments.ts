import { parseOptions } from '../../command-line/parse-options.ts';

export interface DeploymentArguments {
  readonly kind: 'run';
  readonly configFile: string;
  /** Nothing is asked before it begins. */
  readonly yes: boolean;
  /** Only what would change is shown. */
  readonly plan: boolean;
  /** The deployment that is meant, `<name>-<environment>`; asked for before one of prod is taken down. */
  readonly name?: string;
}

export type Arguments =
  DeploymentArguments | { readonly kind: 'help' } | { readonly kind: 'wrong'; readonly problem: string };

export const defaultConfigFile = 'deploy.yaml';

const options = {
  config: { type: 'string', short: 'c' },
  yes: { type: 'boolean', short: 'y' },
  plan: { type: 'boolean' },
  name: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `npm run deploy -- [options]     sets everything up on AWS, or brings it up to date
npm run destroy -- [options]    takes it down again

  -c, --config <file>   what is deployed (default: ${defaultConfigFile}; infra/aws/deploy.example.yaml is one to begin with)
      --plan            show what would change or go, change nothing
  -y, --yes             do not ask before beginning
      --name <name>     which deployment is meant, such as example-bank-prod: --yes alone takes none of prod down
  -h, --help            this text

  Credentials come from where the AWS command line has them: AWS_PROFILE, environment variables, single sign-on.`;

/** Reads the command line; never throws. */
export function readArguments(words: readonly string[]): Arguments {
  const parsed = parseOptions(options, words);
  if (typeof parsed === 'string') return { kind: 'wrong', problem: parsed };
  const { config = defaultConfigFile, help = false, name, plan = false, yes = false } = parsed;
  if (help) return { kind: 'help' };
  return { kind: 'run', configFile: config, yes, plan, ...(name === undefined ? {} : { name }) };
}
