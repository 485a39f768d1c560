import * as z from 'zod';

/** What a call is given for its function: 0 to 20 texts by name. */
export const callArguments = z
  .record(z.string(), z.string())
  .refine((map) => Object.keys(map).length <= 20, 'must not hold more than 20 entries');
