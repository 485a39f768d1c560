import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../infra/aws/app.ts';
import { deploymentFunctions, webBundle, type Bundles } from '../../infra/aws/bundles.ts';
import { namesOf, type Names, type StackKind } from '../../infra/aws/names.ts';
import { deployedFunctions } from '../../infra/functions.ts';
import { deploymentConfig } from '../support/deployment-config.ts';

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface SynthesisedStack {
  readonly name: string;
  readonly region: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly json: object;
  /** Names of the stacks that are there before it. */
  readonly after: readonly string[];
}

export interface SynthesisedApp {
  readonly names: Names;
  readonly stacks: readonly SynthesisedStack[];
  /** Of the cloud assembly: templates, and what they bring. */
  readonly folder: string;
  readonly template: (kind: StackKind, region?: string) => Template;
  readonly remove: () => void;
}

/** Stand for the code of every function and for the web application: templates do not look into them. */
export function fakeBundles(beside: string): Bundles {
  const directory = mkdtempSync(join(beside, 'code-'));
  writeFileSync(join(directory, 'index.mjs'), 'export const handler = () => undefined;\n');
  const names = [...[...deployedFunctions, ...deploymentFunctions].map(({ name }) => name), webBundle];
  return new Map(names.map((name) => [name, directory]));
}

/** Every stack of the deployment that tests know, or of one that differs from it. */
export function synthesisedApp(
  changes: Parameters<typeof deploymentConfig>[0] = {},
  facts: Parameters<typeof createApp>[0]['facts'] = { voiceConnectorSipRules: ['rule-1'] },
): SynthesisedApp {
  const directory = mkdtempSync(join(tmpdir(), 'aws-app-'));
  const config = deploymentConfig(changes);
  const names = namesOf(config);
  const { stacks, directory: folder } = createApp({
    config,
    facts,
    bundles: fakeBundles(directory),
    outdir: join(directory, 'assembly'),
  }).synth();
  return {
    names,
    folder,
    stacks: stacks.map(({ stackName, environment, template, dependencies }) => ({
      name: stackName,
      region: environment.region,
      resources: (template as { Resources: SynthesisedStack['resources'] }).Resources,
      json: template as object,
      after: dependencies.map(({ id }) => id.replace(/\.assets$/, '')),
    })),
    template: (kind, region) => {
      const found = stacks.find(({ stackName }) => stackName === names.stack(kind, region));
      if (found === undefined) throw new Error(`there is no stack ${names.stack(kind, region)}`);
      return Template.fromJSON(found.template as Record<string, unknown>);
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}

/** Every resource of a type, in every stack. */
export function resourcesOf(
  { stacks }: SynthesisedApp,
  type: string,
): readonly { readonly stack: string; readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[] {
  return stacks.flatMap(({ name, resources }) =>
    Object.entries(resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties = {} }]) => ({ stack: name, id, properties: Properties })),
  );
}
