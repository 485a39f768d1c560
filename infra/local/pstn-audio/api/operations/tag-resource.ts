import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { tags } from '../requests.ts';
import { maximumTags, resourceArn, resourceProblem } from '../tags.ts';
import { operation } from './operation.ts';

/** A key that is there already gets the new value. */
export const tagResource = operation(
  'POST /tags?operation=tag-resource',
  z.object({ ResourceARN: resourceArn, Tags: tags }),
  ({ ResourceARN, Tags }, { registry }) => {
    const problem = resourceProblem(ResourceARN, registry);
    if (problem !== undefined) return problem;
    const byKey = new Map([...(registry.tags.get(ResourceARN) ?? []), ...Tags].map((tag) => [tag.Key, tag]));
    if (byKey.size > maximumTags)
      return refused('ResourceLimitExceededException', `Tags: a resource has ${maximumTags} tags at the most.`);
    registry.tags.set(ResourceARN, [...byKey.values()]);
    return noContent;
  },
);
