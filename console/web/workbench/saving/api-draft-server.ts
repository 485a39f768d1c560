import type * as z from 'zod';
import {
  draftChangedSchema,
  draftResponseSchema,
  publishedResponseSchema,
  reviewResponseSchema,
  savedDraftSchema,
  tableResponseSchema,
  tablesResponseSchema,
  type PublishRequest,
  type SaveDraft,
} from '../../../../shared/contracts/tables-api.ts';
import type { Api, Request } from '../../data/api.ts';
import { Problem } from '../../data/problem.ts';
import { tablePath } from '../../data/table-paths.ts';
import type { DraftServer } from './draft-server.ts';

/** Of a table of 100,000 branches, over a slow line. */
const timeoutMs = 30_000;

/** The draft of one table at the console API. */
export function apiDraftServer(api: Api, name: string): DraftServer {
  const path = tablePath(name);
  /** `undefined` where there is none. */
  async function find<T>(of: string, schema: z.ZodType<T>, request: Request = {}): Promise<T | undefined> {
    try {
      return await api.ask(of, schema, { timeoutMs, ...request });
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    }
  }

  const heads: DraftServer['heads'] = async () => {
    const { tables } = await api.ask('/tables', tablesResponseSchema);
    const { name: _name, ...known } = tables.find((table) => table.name === name) ?? { name };
    return known;
  };

  return {
    load: async () => {
      const known = await heads();
      // Either may be gone by now.
      const [draft, published] = await Promise.all([
        known.draft && find(`${path}/draft`, draftResponseSchema),
        known.current && find(path, tableResponseSchema),
      ]);
      return { ...(draft === undefined ? {} : { draft }), ...(published === undefined ? {} : { published }) };
    },
    heads,
    save: async (source, basedOn, etag) => {
      const body: SaveDraft = { source, basedOn };
      const headers: Record<string, string> =
        etag === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${etag}"` };
      try {
        const head = await api.ask(`${path}/draft`, savedDraftSchema, { method: 'PUT', body, headers, timeoutMs });
        return { kind: 'saved', head };
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'draft-changed') throw error;
        const head = draftChangedSchema.safeParse(error.body).data?.draft;
        return { kind: 'conflict', ...(head === undefined ? {} : { head }) };
      }
    },
    discard: (etag) => api.tell(`${path}/draft`, { method: 'DELETE', headers: { 'if-match': `"${etag}"` } }),
    review: (source) =>
      api.ask(`${path}/review`, reviewResponseSchema, { method: 'POST', body: { source }, timeoutMs }),
    publish: async (publication) => {
      const body: PublishRequest = publication;
      const request = { method: 'POST', body, timeoutMs } as const;
      return (await api.ask(`${path}/publish`, publishedResponseSchema, request)).version;
    },
  };
}
