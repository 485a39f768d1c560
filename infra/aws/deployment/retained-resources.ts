import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** A resource that CloudFormation leaves alone when its stack is deleted. */
export interface RetainedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

const templateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), DeletionPolicy: z.string().optional() })),
});
const ending = '.template.json';

/** What stays of the stacks in a cloud assembly, by their templates' deletion policies. */
export async function retainedResources(folder: string): Promise<RetainedResource[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  const found = await Promise.all(
    files.map(async (file) => {
      const { Resources } = templateSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
      return Object.entries(Resources)
        .filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete')
        .map(([logicalId, { Type }]) => ({ stack: file.slice(0, -ending.length), logicalId, type: Type }));
    }),
  );
  return found.flat();
}
