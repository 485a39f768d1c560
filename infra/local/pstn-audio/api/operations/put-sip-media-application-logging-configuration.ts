import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Kept and given back: the local service has logs of its own. */
export const putSipMediaApplicationLoggingConfiguration = operation(
  'PUT /sip-media-applications/{SipMediaApplicationId}/logging-configuration',
  z.object({
    SipMediaApplicationId: id,
    SipMediaApplicationLoggingConfiguration: z
      .object({ EnableSipMediaApplicationMessageLogs: z.boolean().default(false) })
      .default({ EnableSipMediaApplicationMessageLogs: false }),
  }),
  ({ SipMediaApplicationId, SipMediaApplicationLoggingConfiguration: configuration }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    registry.sipMediaApplications.set(SipMediaApplicationId, { ...application, LoggingConfiguration: configuration });
    return done({ SipMediaApplicationLoggingConfiguration: configuration });
  },
);
