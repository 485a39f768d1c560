import type { DeploymentArguments } from './arguments.ts';
import type { DeploymentTools } from './tools.ts';

/** Asks, unless `--yes` has said so before. Where nobody can be asked it is a no, with a word about it. */
export async function mayBegin(
  question: string,
  { yes }: DeploymentArguments,
  { ask, tell }: DeploymentTools,
): Promise<boolean> {
  if (yes) return true;
  if (ask === undefined) {
    tell(`${question} Nobody is there to say yes: add --yes.`);
    return false;
  }
  const agreed = await ask(question);
  if (!agreed) tell('Nothing was changed.');
  return agreed;
}
