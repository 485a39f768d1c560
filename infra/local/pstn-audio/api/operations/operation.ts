import type { z } from 'zod';
import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { Registry } from '../../objects/registry.ts';
import type { CallDesk } from '../../service/call-desk.ts';
import { refused, type Answer } from '../api-error.ts';
import type { ApiState } from '../api-state.ts';
import { firstProblem } from '../requests.ts';

/** What operations look at and change. */
export interface OperationParts {
  readonly registry: Registry;
  readonly desk: CallDesk;
  readonly ids: Ids;
  readonly state: ApiState;
}

/** Method and path, with a `{Member}` for each part that is a member of the request, and what of the query tells namesakes apart. */
export type HttpBinding = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

export interface Operation {
  readonly http: HttpBinding;
  /** @param members of path, query and body together, not yet checked. */
  answer(members: Readonly<Record<string, unknown>>, parts: OperationParts): Answer;
}

/** Goes on with what the schema has read, or answers BadRequestException. */
export function operation<Schema extends z.ZodType>(
  http: HttpBinding,
  schema: Schema,
  go: (request: z.output<Schema>, parts: OperationParts) => Answer,
): Operation {
  return {
    http,
    answer(members, parts) {
      const read = schema.safeParse(members);
      return read.success ? go(read.data, parts) : refused('BadRequestException', firstProblem(read.error));
    },
  };
}
