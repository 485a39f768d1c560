import * as z from 'zod';
import { callerFileSchema, momentSchema, witnessSchema } from './caller-file.ts';
import { lookUpAnswerSchema } from './look-up.ts';
import { branchFileNameSchema } from './table-file/branches.ts';
import { idSchema } from './table-file/parts.ts';

/** What the console API answers about routing tables. All times are ISO 8601 in UTC; newer releases may add fields. */
const time = z.iso.datetime();
const version = z.int().positive();
const etag = z.string().regex(/^[\w-]{8,64}$/, 'must be an etag as the API gave it, without quotation marks');

/** A body of more than 256 KiB is sent and answered with gzip: Lambda takes and gives 6 MB at most. */
export const tableSourceSchema = z.strictObject({
  /** The table's own file. */
  table: z.strictObject({ name: z.string().min(1).max(200), text: z.string() }),
  /** The file that its branches are in, if they are in one. */
  branches: z.strictObject({ name: branchFileNameSchema, text: z.string() }).exactOptional(),
});
export type TableSourceBody = z.infer<typeof tableSourceSchema>;

export const findingSchema = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  /** Stable, kebab-case. */
  code: z.string(),
  message: z.string(),
  /** "rules[0].when.reason[1]"; empty for the whole file. */
  path: z.string(),
  /** The file it is in, when that is not the table's own. */
  file: z.string().exactOptional(),
  line: z.int().positive().exactOptional(),
  column: z.int().positive().exactOptional(),
  rule: z.string().exactOptional(),
  coveredBy: z.array(z.string()).exactOptional(),
  witness: witnessSchema.exactOptional(),
});
export type FindingAnswer = z.infer<typeof findingSchema>;

/** Who made a version, and why. */
export const versionSchema = z.object({
  version,
  at: time,
  by: z.string(),
  because: z.string(),
  /** The version that its author started from; 0: there was none. */
  basedOn: z.int().nonnegative(),
  /** The version whose content this one has again. */
  rollbackTo: version.exactOptional(),
});
export type VersionAnswer = z.infer<typeof versionSchema>;

/** Who has worked on a draft last. */
const draftHead = { etag, by: z.string(), at: time, basedOn: z.int().nonnegative() } as const;

/** Of `GET /tables`. */
export const tablesResponseSchema = z.object({
  tables: z.array(
    z.object({
      name: idSchema,
      /** The one in force; absent where there is nothing but a draft. */
      current: versionSchema.exactOptional(),
      draft: z.object(draftHead).exactOptional(),
    }),
  ),
});
export type TablesResponse = z.infer<typeof tablesResponseSchema>;

/** Of `GET /tables/{name}`, and of `…/versions/{version}`. */
export const tableResponseSchema = z.object({ name: idSchema, version: versionSchema, source: tableSourceSchema });
export type TableResponse = z.infer<typeof tableResponseSchema>;

/** Of `GET /tables/{name}/versions`: newest first. */
export const versionsResponseSchema = z.object({ versions: z.array(versionSchema) });
export type VersionsResponse = z.infer<typeof versionsResponseSchema>;

/** Of `GET /tables/{name}/draft`. */
export const draftResponseSchema = z.object({ ...draftHead, source: tableSourceSchema });
export type DraftResponse = z.infer<typeof draftResponseSchema>;

/** Of `PUT /tables/{name}/draft`, with `If-Match: "<etag>"`, or `If-None-Match: *` where there is no draft yet. */
export const saveDraftSchema = z.strictObject({ source: tableSourceSchema, basedOn: z.int().nonnegative() });
export type SaveDraft = z.infer<typeof saveDraftSchema>;
export const savedDraftSchema = z.object(draftHead);
export type SavedDraft = z.infer<typeof savedDraftSchema>;

/** Beside code and message, of 409 `draft-changed`: who was faster. Absent: the draft is gone, published or discarded. */
export const draftChangedSchema = z.object({ draft: z.object(draftHead).exactOptional() });
export type DraftChanged = z.infer<typeof draftChangedSchema>;

/** Beside code and message, of 409 `version-changed`: the version that is in force now. */
export const versionChangedSchema = z.object({ current: z.int().nonnegative() });
export type VersionChanged = z.infer<typeof versionChangedSchema>;

export const checkRequestSchema = z.strictObject({ source: tableSourceSchema });
/** Of a check; and, beside code and message, of 422 `table-refused`. */
export const checkResponseSchema = z.object({
  /** Without an error among them, the table can be published. */
  findings: z.array(findingSchema),
});
export type CheckResponse = z.infer<typeof checkResponseSchema>;

/** What became of the one who is rung, in a simulation. */
export const simulatedOutcomes = ['answered', 'notAnswered', 'unreachable'] as const;

export const simulateRequestSchema = z.strictObject({
  /** Default: the version in force. */
  source: tableSourceSchema.exactOptional(),
  caller: callerFileSchema,
  /** Default: now. */
  at: momentSchema.exactOptional(),
  /** What lots are drawn by. Default: "caller". */
  seed: z.string().min(1).max(200).exactOptional(),
  /** By destination ("branch:tacoma"): how it is with it. Whoever is not named answers. */
  destinations: z.record(z.string(), z.enum(simulatedOutcomes)).exactOptional(),
  /** By the id of a look-up: what its service answers. Default: nobody. */
  lookUps: z.record(z.string(), lookUpAnswerSchema).exactOptional(),
  /** The reason that the caller chooses, if they are asked. Default: they press no key. */
  chooses: z.string().min(1).max(200).exactOptional(),
});
export type SimulateRequest = z.infer<typeof simulateRequestSchema>;

export const reviewRequestSchema = z.strictObject({ source: tableSourceSchema });

const replayCountSchema = z.object({ calls: z.int().nonnegative(), transactionIds: z.array(z.string()) });

/** Of `POST /tables/{name}/review`. */
export const reviewResponseSchema = z.object({
  /** What it was held against: the version in force; 0: there is none. */
  against: z.int().nonnegative(),
  findings: z.array(findingSchema),
  /** Who meets something else than today. */
  changes: z.array(
    z.object({
      kind: z.enum(['route', 'locale', 'menu', 'branch']),
      /** A sentence to read aloud. */
      words: z.string(),
      /** Of a route: rule ids, or "default". */
      before: z.string().exactOptional(),
      after: z.string().exactOptional(),
      /** Of a branch. */
      branch: z.string().exactOptional(),
      from: z.string().exactOptional(),
      to: z.string().exactOptional(),
      witness: witnessSchema.exactOptional(),
      /** Of a route: how many of last week's calls go another way for it; absent where that can be told of none of them. */
      calls: z.int().nonnegative().exactOptional(),
    }),
  ),
  /** False when the tables differ in too many ways to look at all of them. */
  isComplete: z.boolean(),
  /** Calls of the last seven days, held against both tables with what records tell of them. */
  lastWeek: z.object({
    /** All there were, 2,000 at most; `more`: there were more. */
    calls: z.int().nonnegative(),
    more: z.boolean(),
    /**
     * Of these: calls of which nobody can tell today. What is compared is the rule that takes a call and what the rule does, up to
     * the branches that are near: no record tells where somebody was. It cannot be told where the record does not lead to the rule that took
     * the call, where a rule of either table asks for a place, a number or an attribute, or where a branch has changed that the call may have gone to. They are
     * not counted below.
     */
    untellable: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    changes: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        calls: z.int().positive(),
        examples: z.array(
          /** Destinations in their order: "branch:tacoma"; "nearestBranch" for whichever is near. */
          z.object({ transactionId: z.string(), before: z.array(z.string()), after: z.array(z.string()) }),
        ),
      }),
    ),
    newlyDefault: replayCountSchema,
    newlyNobody: replayCountSchema,
    rulesNeverUsed: z.array(z.string()),
  }),
});
export type ReviewResponse = z.infer<typeof reviewResponseSchema>;

const becauseSchema = z
  .string()
  .trim()
  .min(3, 'must say why, in a few words')
  .max(500, 'must be 500 characters at most');

/** What is published is the draft as it was saved last. */
export const publishRequestSchema = z.strictObject({ because: becauseSchema, basedOn: z.int().nonnegative(), etag });
export type PublishRequest = z.infer<typeof publishRequestSchema>;
export const rollBackRequestSchema = z.strictObject({ to: version, because: becauseSchema, basedOn: version });
export type RollBackRequest = z.infer<typeof rollBackRequestSchema>;
/** Of both. */
export const publishedResponseSchema = z.object({ version });
export type PublishedResponse = z.infer<typeof publishedResponseSchema>;
