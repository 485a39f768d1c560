import * as z from 'zod';
import { done, refused } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchApplication } from '../sip-media-applications.ts';
import { operation } from './operation.ts';

/** Withdrawn by AWS in April 2024. Kept as data, for clients that still have it. */
export const putSipMediaApplicationAlexaSkillConfiguration = operation(
  'PUT /sip-media-applications/{SipMediaApplicationId}/alexa-skill-configuration',
  z.object({
    SipMediaApplicationId: id,
    SipMediaApplicationAlexaSkillConfiguration: z
      .object({
        AlexaSkillStatus: z.enum(['ACTIVE', 'INACTIVE']),
        AlexaSkillIds: z
          .array(
            z.string().regex(/^amzn1\.application-oa2-client\.[0-9a-fA-F]{32}$/, 'must be the client id of a skill'),
          )
          .length(1),
      })
      .exactOptional(),
  }),
  ({ SipMediaApplicationId, SipMediaApplicationAlexaSkillConfiguration: configuration }, { registry }) => {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    if (application === undefined) return noSuchApplication();
    if (configuration === undefined)
      return refused('BadRequestException', 'SipMediaApplicationAlexaSkillConfiguration: is missing.');
    registry.sipMediaApplications.set(SipMediaApplicationId, {
      ...application,
      AlexaSkillConfiguration: configuration,
    });
    return done({ SipMediaApplicationAlexaSkillConfiguration: configuration });
  },
);
