import type { Prepared } from './prepare.ts';
import type { DeploymentTools } from './tools.ts';

/** Since this version `cdk bootstrap` sets up what assemblies of today need (AWS CDK developer guide, bootstrapping). */
const oldestVersion = 6;

/** Runs `cdk bootstrap` in the Regions where it has not been run; false when it failed. */
export async function bootstrap(
  { account, accountId, config }: Prepared,
  { runCdk, tell }: DeploymentTools,
): Promise<boolean> {
  for (const region of [config.regions.primary, config.regions.standby]) {
    const version = await account.bootstrapVersion(region);
    tell(`Bootstrap of ${region}: ${version === undefined ? 'not yet' : `version ${version}`}`);
    if (version !== undefined && version >= oldestVersion) continue;
    if ((await runCdk(['bootstrap', `aws://${accountId}/${region}`])) === 0) continue;
    tell(`cdk bootstrap failed in ${region}: what it says above has to be mended first; nothing else was changed`);
    return false;
  }
  return true;
}
