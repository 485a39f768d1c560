import { readArguments, usage, type DeploymentArguments } from './arguments.ts';
import { networkProblem } from './network-problem.ts';
import { reasonOf } from './reason-of.ts';
import type { DeploymentTools } from './tools.ts';

type Command = (wish: DeploymentArguments, tools: DeploymentTools) => Promise<number>;

/** Runs a command of the command line; an error that nobody expected is one line too. */
export async function runCommand(words: readonly string[], command: Command, tools: DeploymentTools): Promise<number> {
  const read = readArguments(words);
  switch (read.kind) {
    case 'help':
      tools.tell(usage);
      return 0;
    case 'wrong':
      tools.tell(`${read.problem}; --help tells what there is`);
      return 2;
    case 'run':
      try {
        return await command(read, tools);
      } catch (error) {
        tools.tell(networkProblem(error) ?? reasonOf(error));
        return 1;
      }
    default:
      return read satisfies never;
  }
}
