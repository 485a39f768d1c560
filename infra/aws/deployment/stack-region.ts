import type { DeploymentConfig } from '../config/deployment-config.ts';

/** Where a stack stands: those that are in both Regions have its name behind theirs, the others are in the primary one. */
export function regionOfStack(stack: string, { primary, standby }: DeploymentConfig['regions']): string {
  return stack.endsWith(`-${standby}`) ? standby : primary;
}
