import * as z from 'zod';

/** Fields that several requests have, with the ranges of the API reference. */
export { e164 } from '../../../../shared/contracts/sma-actions/common.ts';

export const id = z.string().regex(/\S/, 'must not be empty');

/** Of an application, rule, Voice Connector or group. */
export const objectName = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[a-zA-Z0-9 _.-]+$/, 'may hold letters, digits, spaces and _ . - only');

/** Where Voice Connectors and SIP media applications can be. */
export const awsRegions = [
  'us-east-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
] as const;
export const awsRegion = z.enum(awsRegions);

export const tags = z
  .array(z.object({ Key: z.string().min(1).max(128), Value: z.string().max(256) }))
  .min(1)
  .max(50)
  .refine((list) => new Set(list.map(({ Key }) => Key)).size === list.length, 'must not name a key twice');

/** Lists come in pages of 100 unless fewer are asked for. */
export const paging = {
  MaxResults: z.coerce.number().int().min(1).max(100).default(100),
  NextToken: z.string().max(65_535).exactOptional(),
};

/** An ISO 3166-1 alpha-2 code. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code');

/** What is wrong first, and where. Values are not repeated: they may be somebody's number. */
export function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'The request is invalid.' : `${issue.path.join('.') || 'The request'}: ${issue.message}`;
}
