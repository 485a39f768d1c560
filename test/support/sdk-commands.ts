import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sourceFile, type SourceFile, type SourceUnit } from './source-units.ts';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

/** What IAM calls the service of a client; a client that is not here is an error, so that nobody forgets it. */
const services: Readonly<Record<string, string>> = {
  '@aws-sdk/client-chime-sdk-meetings': 'chime',
  '@aws-sdk/client-chime-sdk-voice': 'chime',
  '@aws-sdk/client-dynamodb': 'dynamodb',
  '@aws-sdk/client-eventbridge': 'events',
  '@aws-sdk/client-secrets-manager': 'secretsmanager',
  '@aws-sdk/lib-dynamodb': 'dynamodb',
};
/** Commands whose actions have other names (Amazon DynamoDB developer guide, API permissions). */
const documentActions: Readonly<Record<string, readonly string[]>> = {
  BatchGet: ['BatchGetItem'],
  BatchWrite: ['BatchWriteItem'],
  Delete: ['DeleteItem'],
  Get: ['GetItem'],
  Put: ['PutItem'],
  TransactGet: ['GetItem'],
  TransactGetItems: ['GetItem'],
  Update: ['UpdateItem'],
};
/** A transaction wants what its parts want. */
const transactions = ['TransactWrite', 'TransactWriteItems'];
const transactionParts: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

/**
 * The IAM actions of all SDK commands that a bundle's own code can come to send: "dynamodb:GetItem".
 * Reckoned from its sources, by names: what is loaded runs, and so does every function and method whose name is used by something
 * that runs. A name that two things share has both run: rather one action too many than one too few.
 * @param entry the bundle's entry file, from the root of the repository.
 * @throws Error naming a client, or a helper of the SDK, of which it is not known what IAM calls it.
 */
export async function commandsOf(entry: string): Promise<ReadonlySet<string>> {
  const files = await Promise.all((await ownSources(entry)).map(async (path) => sourceFile(resolve(rootDir, path))));
  const fromPackages = new Map(files.flatMap((each) => [...each.fromPackages]));
  return new Set(running(files, resolve(rootDir, entry)).flatMap((unit) => actionsOf(unit, fromPackages)));
}

/** Our own files in the bundle; what is imported for its types alone is not in it. */
async function ownSources(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: rootDir,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs).filter((path) => path.endsWith('.ts'));
}

function running(files: readonly SourceFile[], entry: string): readonly SourceUnit[] {
  const units = files.flatMap((each) => each.units);
  const started = new Set(units.filter(({ name, file }) => name === '' || file === entry));
  // A set goes on to what is added while it is walked through.
  for (const unit of started) for (const each of units) if (runs(each, unit)) started.add(each);
  return [...started];
}

/** Whether the one runs, as far as the other is concerned. */
function runs({ name, runsBy, holder, file }: SourceUnit, by: SourceUnit): boolean {
  if (name.startsWith('#') && file !== by.file) return false;
  return by[runsBy].has(name) || (runsBy === 'taken' && holder !== '' && by.lookedUpIn.has(holder));
}

function actionsOf({ makes, names }: SourceUnit, fromPackages: ReadonlyMap<string, string>): readonly string[] {
  const sent = [...makes].flatMap(([name, properties]) => actionsOfCommand(name, properties, fromPackages));
  const helpers = [...names].filter((name) => /^(?:paginate|waitUntil)[A-Z]/.test(name) && isOfSdk(name, fromPackages));
  return [...sent, ...helpers.flatMap((name) => actionsOfHelper(name, fromPackages))];
}

function actionsOfCommand(
  name: string,
  properties: ReadonlySet<string>,
  fromPackages: ReadonlyMap<string, string>,
): readonly string[] {
  if (!name.endsWith('Command') || !isOfSdk(name, fromPackages)) return [];
  const command = name.slice(0, -'Command'.length);
  const service = serviceOf(name, fromPackages);
  if (service === 'dynamodb' && transactions.includes(command))
    return [...properties].flatMap((part) =>
      transactionParts[part] === undefined ? [] : [`${service}:${transactionParts[part]}`],
    );
  const actions = (service === 'dynamodb' ? documentActions[command] : undefined) ?? [command];
  return actions.map((action) => `${service}:${action}`);
}

function actionsOfHelper(name: string, fromPackages: ReadonlyMap<string, string>): readonly string[] {
  if (!name.startsWith('paginate')) throw new Error(`${name}: it is not known here which commands it sends`);
  return [`${serviceOf(name, fromPackages)}:${name.slice('paginate'.length)}`];
}

function isOfSdk(name: string, fromPackages: ReadonlyMap<string, string>): boolean {
  return fromPackages.get(name)?.startsWith('@aws-sdk/') === true;
}

function serviceOf(name: string, fromPackages: ReadonlyMap<string, string>): string {
  const from = fromPackages.get(name) ?? '';
  const service = services[from];
  if (service === undefined) throw new Error(`${name}: it is not known here what IAM calls the service of ${from}`);
  return service;
}
