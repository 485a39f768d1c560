import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Off unless put otherwise. */
export const getSipMediaApplicationLoggingConfiguration = operation(
  'GET /sip-media-applications/{SipMediaApplicationId}/logging-configuration',
  z.object({ SipMediaApplicationId: id }),
  ({ SipMediaApplicationId }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    const { LoggingConfiguration = { EnableSipMediaApplicationMessageLogs: false } } = application;
    return done({ SipMediaApplicationLoggingConfiguration: LoggingConfiguration });
  },
);
