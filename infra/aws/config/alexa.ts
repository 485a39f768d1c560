import * as z from 'zod';
import { alexaClientIdPattern } from '../../../shared/contracts/communication-session.ts';
import { fileObject } from '../../../shared/contracts/table-file/parts.ts';
import { text } from './fields.ts';

/** What is known of the skill; its ids exist once it has been made in the Alexa developer console. */
export const alexaSchema = fileObject({
  /** Left out before the skill exists: Alexa may then not invoke the function. */
  skillId: text(100)
    .regex(
      /^amzn1\.ask\.skill\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
      'must be the skill id of the Alexa developer console: "amzn1.ask.skill." and a UUID; leave it out before the skill exists',
    )
    .exactOptional(),
  /** The skill's Login with Amazon clients, whose calls are believed. */
  clientIds: z
    .array(
      text(100).regex(
        alexaClientIdPattern,
        'must be a client id of the skill\'s Permissions page: "amzn1.application-oa2-client." and 32 hexadecimal digits',
      ),
      'must be a list of client ids; [] before the skill exists',
    )
    .default([]),
  /** What the skill says for who is called. */
  businessName: text(100),
});
