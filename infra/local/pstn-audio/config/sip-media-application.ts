import * as z from 'zod';
import { functionArnSchema } from './function.ts';
import { idSchema, nameSchema, regionSchema } from './parts.ts';

/** API reference, SipMediaApplication. */
export const sipMediaApplicationSchema = z.strictObject({
  SipMediaApplicationId: idSchema,
  AwsRegion: regionSchema.default('us-east-1'),
  Name: nameSchema,
  Endpoints: z
    .array(z.strictObject({ LambdaArn: functionArnSchema.meta({ description: 'The function that gets the events.' }) }))
    .length(1)
    .meta({ description: 'Exactly one function.' }),
});
