import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Not while a SIP rule sends calls to it, enabled or not. */
export const deleteSipMediaApplication = operation(
  'DELETE /sip-media-applications/{SipMediaApplicationId}',
  z.object({ SipMediaApplicationId: id }),
  ({ SipMediaApplicationId }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    if (registry.rulesOf(SipMediaApplicationId).length > 0)
      return refused(
        'ConflictException',
        'A SIP rule has this SIP media application as a target: delete the rule first.',
      );
    registry.sipMediaApplications.delete(SipMediaApplicationId);
    registry.tags.delete(application.SipMediaApplicationArn);
    return noContent;
  },
);
