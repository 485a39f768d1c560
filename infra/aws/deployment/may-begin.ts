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
  return agreed(/^y(?:es)?$/iu.test(await ask(`${question} [y/N]`)), tell);
}

/** The same where a yes is too easily said: the deployment's name has to be typed, or to be given beside `--yes`. */
export async function mayBeginByName(
  question: string,
  deployment: string,
  { name, yes }: DeploymentArguments,
  { ask, tell }: DeploymentTools,
): Promise<boolean> {
  if (yes && name === deployment) return true;
  if (yes || ask === undefined) {
    tell(`${question} For prod that has to be said by name: add --yes --name ${deployment}. Nothing was changed.`);
    return false;
  }
  return agreed((await ask(`${question} Type ${deployment} to go on:`)) === deployment, tell);
}

function agreed(answer: boolean, tell: DeploymentTools['tell']): boolean {
  if (!answer) tell('Nothing was changed.');
  return answer;
}
