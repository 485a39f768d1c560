import type * as z from 'zod';
import { localizedTextSchema } from './localized.ts';
import { fileObject, idSchema, listOf } from './parts.ts';

/** As many keys as a telephone has for it: 1 to 9. */
export const mostMenuReasons = 9;

/** Asked of callers of whom nothing is known but that they dialled. */
export const menuSchema = fileObject({
  /** Said first, if anything. */
  greeting: localizedTextSchema.exactOptional(),
  /** Ids of reasons, in the order of the keys. */
  reasons: listOf(idSchema).max(mostMenuReasons, `must have ${mostMenuReasons} reasons at most, one for each key`),
});
export type FileMenu = z.infer<typeof menuSchema>;
