import * as z from 'zod';
import { done } from '../api-error.ts';
import { resourceArn, resourceProblem } from '../tags.ts';
import { operation } from './operation.ts';

export const listTagsForResource = operation(
  'GET /tags',
  z.object({ ResourceARN: resourceArn }),
  ({ ResourceARN }, { registry }) =>
    resourceProblem(ResourceARN, registry) ?? done({ Tags: registry.tags.get(ResourceARN) ?? [] }),
);
