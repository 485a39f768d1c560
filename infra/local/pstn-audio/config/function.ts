import * as z from 'zod';
import { pathSchema } from './parts.ts';

const functionArn = /^arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:(\$LATEST|[\w-]{1,128}))?$/;

export const functionArnSchema = z
  .string()
  .regex(
    functionArn,
    'must be the ARN of a Lambda function, such as "arn:aws:lambda:us-east-1:111122223333:function:sma"',
  );

/** A function that runs on this machine. Names, ranges and defaults are those of AWS Lambda (CreateFunction). */
export const functionSchema = z.strictObject({
  FunctionArn: functionArnSchema.meta({ description: 'The ARN that SIP media applications name.' }),
  Module: pathSchema.meta({ description: 'File of the handler: CommonJS, ES module or TypeScript.' }),
  Handler: z
    .string()
    .regex(/^[^\s]{1,128}$/, 'must be the name of the function that the module exports, such as "handler"')
    .default('handler')
    .meta({ description: 'What the module exports, such as "handler" or "index.handler".' }),
  Runtime: z
    .enum(['nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'])
    .optional()
    .meta({ description: 'Before nodejs24.x a handler may take a callback.' }),
  Timeout: z
    .int()
    .min(1, 'must be 1 to 900 seconds')
    .max(900, 'must be 1 to 900 seconds')
    .default(3)
    .meta({ description: 'Seconds.' }),
  MemorySize: z
    .int()
    .min(128, 'must be 128 to 10240 MB')
    .max(10_240, 'must be 128 to 10240 MB')
    .default(128)
    .meta({ description: 'MB; a label, nothing is limited by it.' }),
  Environment: z
    .record(z.string().regex(/^[A-Za-z]\w*$/, 'must start with a letter and have letters, digits and "_"'), z.string())
    .default({})
    .meta({ description: 'Environment variables.' }),
});
export type FunctionConfig = z.infer<typeof functionSchema>;

/** The function's ARN without version or alias. */
export function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

/** The Region in a function's ARN. */
export function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}
