import * as z from 'zod';
import { changeKinds } from '../domain/change.ts';

/** Of `GET /changes?limit=&cursor=`: who did what, latest first. Newer releases may add fields. */
export const changesResponseSchema = z.object({
  changes: z.array(
    z.object({
      at: z.iso.datetime(),
      kind: z.enum(changeKinds),
      /** Whose token it was: a person's e-mail address (their id, where the token has none), or a client's id. */
      by: z.string(),
      /** The table, the transaction, or the context that it was done to. */
      subject: z.string(),
      version: z.int().positive().exactOptional(),
      because: z.string().exactOptional(),
      detail: z.string().exactOptional(),
    }),
  ),
  /** For the next page. */
  cursor: z.string().exactOptional(),
});
export type ChangesResponse = z.infer<typeof changesResponseSchema>;
