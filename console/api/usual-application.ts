import * as z from 'zod';
import { BridgeError } from '../../shared/errors.ts';
import type { CallControl } from './call-control.ts';

const idSchema = z.uuid();

/**
 * The SIP media application that takes the calls, of the setting SIP_MEDIA_APPLICATION_ID; undefined when it is not set.
 * @param region where the function is, and the application with it.
 * @throws BridgeError `environment-invalid` when it is no id.
 */
export function usualApplication(region: string, environment: NodeJS.ProcessEnv): CallControl['usualApplication'] {
  const setting = environment['SIP_MEDIA_APPLICATION_ID'];
  if (setting === undefined) return undefined;
  const id = idSchema.safeParse(setting);
  if (!id.success)
    throw new BridgeError('environment-invalid', 'SIP_MEDIA_APPLICATION_ID: must be the id of a SIP media application');
  return { sipMediaApplicationId: id.data, region };
}
