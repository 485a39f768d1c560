import * as z from 'zod';
import { page } from '../page.ts';
import { paging } from '../requests.ts';
import { showApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Those of all Regions. */
export const listSipMediaApplications = operation(
  'GET /sip-media-applications',
  z.object(paging),
  (request, { registry }) =>
    page('SipMediaApplications', registry.sipMediaApplications.values(), request, {
      id: ({ SipMediaApplicationId }) => SipMediaApplicationId,
      show: showApplication,
    }),
);
