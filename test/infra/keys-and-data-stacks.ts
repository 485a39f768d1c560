import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentConfig } from '../../infra/aws/config/deployment-config.ts';
import { namesOf } from '../../infra/aws/names.ts';
import { tagsOf } from '../../infra/aws/stacks/bridge-stack.ts';
import { DataStack } from '../../infra/aws/stacks/data-stack.ts';
import { KeysStack } from '../../infra/aws/stacks/keys-stack.ts';

export interface KeysAndData {
  readonly keys: Template;
  readonly standbyKeys: Template;
  readonly data: Template;
}

/** The first stacks of a deployment, synthesised with a rotation function that does nothing. */
export function keysAndData(config: DeploymentConfig): KeysAndData {
  const folder = mkdtempSync(join(tmpdir(), 'keys-and-data-'));
  const outdir = mkdtempSync(join(tmpdir(), 'keys-and-data-'));
  const context = { '@aws-cdk/core:defaultCrossStackReferences': 'weak' };
  const app = new App({ outdir, context, analyticsReporting: false });
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = () => {};\n');
  const names = namesOf(config);
  const { primary, standby } = config.regions;
  const inRegion = (region: string) => ({ config, names, env: { region } });
  const keys = new KeysStack(app, names.stack('Keys', primary), inRegion(primary));
  const standbyKeys = new KeysStack(app, names.stack('Keys', standby), { ...inRegion(standby), primary: keys });
  const data = new DataStack(app, names.stack('Data'), {
    ...inRegion(primary),
    keys: { primary: keys, standby: standbyKeys },
    bundles: new Map([['key-rotation', folder]]),
  });
  for (const [tag, value] of Object.entries(tagsOf(config))) Tags.of(app).add(tag, value);
  const templates = {
    keys: Template.fromStack(keys),
    standbyKeys: Template.fromStack(standbyKeys),
    data: Template.fromStack(data),
  };
  for (const each of [folder, outdir]) rmSync(each, { recursive: true });
  return templates;
}
