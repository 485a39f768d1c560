import { deployedFunctions, type DeployedFunction, type FunctionName } from '../functions.ts';

/** A function of infra/functions.ts, by its name. */
export function deployedFunction(name: FunctionName): DeployedFunction {
  const found: DeployedFunction | undefined = deployedFunctions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`infra/functions.ts has no function ${name}`);
  return found;
}
