import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { maximumTags, resourceArn, resourceProblem } from '../tags.ts';
import { operation } from './operation.ts';

export const untagResource = operation(
  'POST /tags?operation=untag-resource',
  z.object({ ResourceARN: resourceArn, TagKeys: z.array(z.string().min(1).max(128)).min(1).max(maximumTags) }),
  ({ ResourceARN, TagKeys }, { registry }) => {
    const problem = resourceProblem(ResourceARN, registry);
    if (problem !== undefined) return problem;
    const left = (registry.tags.get(ResourceARN) ?? []).filter(({ Key }) => !TagKeys.includes(Key));
    registry.tags.set(ResourceARN, left);
    return noContent;
  },
);
