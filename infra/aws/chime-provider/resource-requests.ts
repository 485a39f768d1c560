import type { Timers } from '../../../shared/ports/timers.ts';
import { again } from './again.ts';
import {
  earlierTagKeysOf,
  ownerOf,
  type IsCompleteAnswer,
  type OnEventAnswer,
  type ProviderEvent,
} from './provider-event.ts';
import type { Asked, ChimeResource, Made } from './resource.ts';
import { isPassing } from './service-error.ts';

/** What CloudFormation asks of resources of one type. */
export interface ResourceRequests {
  readonly onEvent: (event: ProviderEvent) => Promise<OnEventAnswer>;
  readonly isComplete: (event: ProviderEvent) => Promise<IsCompleteAnswer>;
}

/**
 * Requests may come twice, after others that failed half-way, and again as their own opposite (rollback): each one looks at what
 * there is, never at what an earlier one should have done.
 */
export function resourceRequests<Properties>(resource: ChimeResource<Properties>, timers: Timers): ResourceRequests {
  const askedBy = (event: ProviderEvent): Asked<Properties> => ({
    properties: validProperties(resource, event),
    owner: ownerOf(event),
    earlierTagKeys: earlierTagKeysOf(event),
  });

  // An id is needed for CloudFormation, so that creation cannot be left for isComplete: it is tried again here.
  const make = async (asked: Asked<Properties>): Promise<Made> =>
    again(
      timers,
      async () => {
        const found = await resource.find(asked);
        return found === undefined ? resource.create(asked) : resource.update(found, asked);
      },
      (error) => isPassing(error) || resource.mayPass?.(error) === true,
    );

  /** Whether it is gone. */
  const remove = async (event: ProviderEvent, id: string): Promise<boolean> => {
    const { data } = resource.schema.safeParse(event.ResourceProperties);
    try {
      return await resource.remove(id, data);
    } catch (error) {
      if (isPassing(error)) return false;
      throw error;
    }
  };

  return {
    async onEvent(event) {
      const { RequestType, PhysicalResourceId: id = '' } = event;
      if (RequestType === 'Delete') return { PhysicalResourceId: id, Unfinished: !(await remove(event, id)) };
      const asked = askedBy(event);
      try {
        if (RequestType === 'Update' && !(await resource.mustReplace(id, asked)))
          return answerOf(await resource.update(id, asked));
      } catch (error) {
        if (!isPassing(error)) throw error;
        return { PhysicalResourceId: id, Unfinished: true };
      }
      return answerOf(await make(asked));
    },
    async isComplete(event) {
      const { RequestType, PhysicalResourceId: id = '', Unfinished = false } = event;
      if (RequestType === 'Delete') return { IsComplete: !Unfinished || (await remove(event, id)) };
      try {
        if (!Unfinished) return { IsComplete: (await resource.isReady?.(id)) ?? true };
        const asked = askedBy(event);
        if (await resource.mustReplace(id, asked))
          throw new Error('the service had too much to do to make another one in place of this one: deploy again');
        const { data } = await resource.update(id, asked);
        return { IsComplete: true, Data: data };
      } catch (error) {
        if (isPassing(error)) return { IsComplete: false };
        throw error;
      }
    },
  };
}

function answerOf({ physicalResourceId, data }: Made): OnEventAnswer {
  return { PhysicalResourceId: physicalResourceId, Data: data };
}

/** @throws Error naming every property that is wrong, never its value. */
function validProperties<Properties>({ schema }: ChimeResource<Properties>, event: ProviderEvent): Properties {
  const { success, data, error } = schema.safeParse(event.ResourceProperties);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'properties'}: ${message}`);
  throw new Error(problems.join('; '));
}
