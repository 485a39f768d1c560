import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Withdrawn by AWS in April 2024. Kept as data, for clients that still have it. */
export const getSipMediaApplicationAlexaSkillConfiguration = operation(
  'GET /sip-media-applications/{SipMediaApplicationId}/alexa-skill-configuration',
  z.object({ SipMediaApplicationId: id }),
  ({ SipMediaApplicationId }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    const { AlexaSkillConfiguration: configuration } = application;
    return done(configuration === undefined ? {} : { SipMediaApplicationAlexaSkillConfiguration: configuration });
  },
);
