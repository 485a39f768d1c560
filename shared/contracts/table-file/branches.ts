import * as z from 'zod';
import { fileObject, idSchema, listOf, numberSchema, textSchema } from './parts.ts';

const degreesSchema = (name: string, limit: number): z.ZodNumber =>
  z
    .number({ error: `must be the ${name} in degrees, with a decimal point` })
    .min(-limit, `must be ${-limit} to ${limit}`)
    .max(limit, `must be ${-limit} to ${limit}`);

/** WGS 84: latitude, then longitude. Kept to a millionth of a degree, about 11 cm. */
const coordinatesSchema = z.tuple([degreesSchema('latitude', 90), degreesSchema('longitude', 180)], {
  error: 'must be latitude and longitude: [47.608, -122.3351]',
});

/** A place that answers calls, as every kind of branch file has it. */
export const branchSchema = fileObject({
  name: textSchema,
  number: numberSchema,
  /** Left out: where its postal code lies. */
  coordinates: coordinatesSchema.exactOptional(),
  postalCode: textSchema.max(12, 'must have 12 characters at most').exactOptional(),
  /** Of the postal code: two letters, US by default. */
  country: textSchema.regex(/^[A-Za-z]{2}$/, 'must be a country of two letters: US').exactOptional(),
  services: listOf(idSchema),
  /** A schedule's id, or "always". */
  schedule: idSchema,
  /** How many callers it can serve at once: 1 to 65,535. */
  capacity: z
    .int('must be a whole number')
    .min(1, 'must be 1 to 65535')
    .max(65_535, 'must be 1 to 65535')
    .exactOptional(),
}).superRefine(({ coordinates, postalCode }, context) => {
  if (coordinates === undefined && postalCode === undefined)
    context.addIssue({ code: 'custom', path: ['coordinates'], message: 'is missing: give coordinates or postalCode' });
});
export type FileBranch = z.infer<typeof branchSchema>;

/** Branches by id. */
export const branchesSchema = z.record(idSchema, branchSchema, {
  error: (issue) =>
    issue.code === 'invalid_type'
      ? 'must be a map from ids to branches, or the name of a file beside this one'
      : undefined,
});

/** A file beside the table's: .csv, .geojson, .json, .yaml or .yml. Never a path out of its folder's tree. */
export const branchFileNameSchema = textSchema.regex(
  /^(?!.*(?:^|\/)\.\.(?:\/|$))[^/\\:][^\\:]*\.(?:csv|geojson|json|ya?ml)$/i,
  'must be the name of a .csv, .geojson, .json or .yaml file in the folder of the table, or below it',
);
