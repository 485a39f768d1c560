import { fileURLToPath } from 'node:url';
import { readWishes, usage } from './skill-package/wishes.ts';
import { writePackage } from './skill-package/write-package.ts';

/** Exit code 0 for a package that is written, 1 for one that is not, 2 for a command line that says not enough. */
export async function main(line: readonly string[], tell: (text: string) => void): Promise<number> {
  const reading = readWishes(line);
  if (reading.kind === 'wrong') {
    for (const problem of reading.problems) tell(problem);
    tell(usage);
    return 2;
  }
  const { wishes } = reading;
  // npm runs scripts in the folder of the package, and says where the user stands.
  const writing = await writePackage(wishes, process.env['INIT_CWD'] ?? process.cwd());
  if (writing.kind === 'failed') {
    for (const problem of writing.problems) tell(problem);
    return 1;
  }
  for (const file of writing.files) tell(`${wishes.out}/${file}`);
  for (const note of writing.notes) tell(note);
  tell(`Next: (cd ${wishes.out} && ask deploy --target skill-metadata)`);
  if (wishes.functionArn === undefined)
    tell(
      'It prints the id of a skill without an endpoint, which the function needs to know; give it one with --function-arn later.',
    );
  if (wishes.accountLinking !== undefined)
    tell(
      'Then, with clientSecret added: ask smapi update-account-linking-info -s <skill id> -g development --account-linking-request file:account-linking.json',
    );
  return 0;
}

// Not import.meta.main: the earliest Node 24 releases do not have it.
if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
