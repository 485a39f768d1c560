import * as z from 'zod';
import { page } from '../page.ts';
import { id, paging } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** All, or those that have an application as a target. */
export const listSipRules = operation(
  'GET /sip-rules',
  z.object({ SipMediaApplicationId: id.exactOptional(), ...paging }),
  ({ SipMediaApplicationId, ...request }, { registry }) => {
    if (SipMediaApplicationId !== undefined && !registry.sipMediaApplications.has(SipMediaApplicationId))
      return noSuchApplication();
    const rules =
      SipMediaApplicationId === undefined ? registry.sipRules.values() : registry.rulesOf(SipMediaApplicationId);
    return page('SipRules', rules, request, { id: ({ SipRuleId }) => SipRuleId, show: (rule) => rule });
  },
);
