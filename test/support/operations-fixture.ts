import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesOf } from '../../infra/aws/names.ts';
import { OperationsStack } from '../../infra/aws/operations/operations-stack.ts';
import { deploymentConfig } from './deployment-config.ts';

const account = '123456789012';
const smaId = '3f0a7c1e-52d4-4a8b-9c3e-7b1d2f6a9e01';

export function smaArn(region: string): string {
  return `arn:aws:chime:${region}:${account}:sma/${smaId}`;
}

/** Stands for the code of every function: templates do not look into it. */
export class FakeBundle {
  readonly #directory = mkdtempSync(join(tmpdir(), 'operations-'));

  write(): void {
    writeFileSync(join(this.#directory, 'index.mjs'), 'export const handler = () => undefined;\n');
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true });
  }

  /** What looks after calls in a Region, in an app of its own. */
  operationsIn(region: string, changes: Parameters<typeof deploymentConfig>[0] = {}): { app: App; stack: Stack } {
    const config = deploymentConfig(changes);
    const env = { account, region };
    const app = new App();
    const stack = new OperationsStack(app, 'Operations', {
      env,
      config,
      names: namesOf(config),
      region,
      key: new Key(new Stack(app, 'Keys', { env }), 'Key', { enableKeyRotation: true }),
      bundles: new Map([['canary', this.#directory]]),
      bridge: { sipMediaApplicationId: smaId, sipMediaApplicationArn: smaArn(region), phoneNumber: '+14255550100' },
    });
    return { app, stack };
  }
}
