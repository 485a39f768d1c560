import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication, showApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

export const getSipMediaApplication = operation(
  'GET /sip-media-applications/{SipMediaApplicationId}',
  z.object({ SipMediaApplicationId: id }),
  ({ SipMediaApplicationId }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    return application === undefined
      ? noSuchApplication()
      : done({ SipMediaApplication: showApplication(application) });
  },
);
