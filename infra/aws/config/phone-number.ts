import * as z from 'zod';
import { fileObject, numberSchema } from '../../../shared/contracts/table-file/parts.ts';
import { text } from './fields.ts';

/** Codes of numbers that the called party pays for: they belong to no area, and are ordered otherwise. */
const tollFree = new Set(['800', '833', '844', '855', '866', '877', '888']);

/** A geographic code of the North American Numbering Plan: no N11, whose last two digits are service codes. */
const areaCodeSchema = text(3)
  .regex(/^[2-9](?!11)\d{2}$/, 'must be a North American area code of three digits, in quotes: "206"')
  .refine((code) => !tollFree.has(code), 'is for toll-free numbers: give the code of an area, "206"');

type GivenNumber = { readonly areaCode: string } | { readonly e164: string };

/** A number to order by its area, or one that the account owns already, which is neither ordered nor released. */
export const phoneNumberSchema = fileObject({
  areaCode: areaCodeSchema.exactOptional(),
  e164: numberSchema.exactOptional(),
}).transform(({ areaCode, e164 }, context): GivenNumber => {
  if (areaCode !== undefined && e164 === undefined) return { areaCode };
  if (e164 !== undefined && areaCode === undefined) return { e164 };
  context.addIssue('must have areaCode, to order a number, or e164, a number that the account owns: one of the two');
  return z.NEVER;
});
