import * as z from 'zod';
import { hostSchema, portSchema } from './parts.ts';

/** The telephone network. It is ours: on one machine there is none, so numbers are sent to SIP peers. */
export const pstnSchema = z.strictObject({
  Routes: z
    .array(
      z.strictObject({
        Prefix: z
          .string()
          .regex(/^\+\d{0,15}$/, 'must be how numbers begin in E.164: "+", "+1" or "+1206"')
          .meta({ description: 'Of the number dialled; the longest that fits takes the call. "+" takes all.' }),
        Host: hostSchema,
        Port: portSchema.default(5060),
        Protocol: z.enum(['UDP', 'TCP', 'TLS']).default('UDP'),
      }),
    )
    .default([]),
});
