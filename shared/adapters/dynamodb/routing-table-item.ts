import * as z from 'zod';
import { epochMsSchema } from '../../contracts/call-context.ts';
import type { Publication, VersionRecord } from '../../ports/routing-table-store.ts';
import { storedPartSchema, type StoredPart } from './routing-table-chunks.ts';
import { corrupt } from './routing-table-sections.ts';

/** Who, why and when, in plain attributes. */
export interface RecordAttributes {
  readonly basedOn: number;
  readonly rollbackTo?: number;
  readonly publishedBy: string;
  readonly publishedBecause: string;
  readonly publishedAt: number;
}

/** The two parts of a version: what calls are routed by, and the files that it was made from. */
export interface Parts {
  readonly runtime: StoredPart;
  readonly source: StoredPart;
}

/** Attributes of a version's item, so that no more is fetched than is wanted. */
export const recordAttributes = [
  'version',
  'basedOn',
  'rollbackTo',
  'publishedBy',
  'publishedBecause',
  'publishedAt',
] as const;

const partsSchema = z.object({ runtime: storedPartSchema, source: storedPartSchema });
const runtimeSchema = partsSchema.pick({ runtime: true });
const sourceSchema = partsSchema.pick({ source: true });
const versionSchema = z.object({ version: z.int().positive() });
const pointerSchema = z.object({ currentVersion: z.int().positive() });
const recordSchema = z.object({
  version: z.int().positive(),
  basedOn: z.int().nonnegative(),
  rollbackTo: z.int().positive().exactOptional(),
  publishedBy: z.string(),
  publishedBecause: z.string(),
  publishedAt: epochMsSchema,
});

export function recordAttributesOf({ basedOn, by, because, at }: Publication, rollbackTo?: number): RecordAttributes {
  return {
    basedOn,
    publishedBy: by,
    publishedBecause: because,
    publishedAt: at,
    ...(rollbackTo === undefined ? {} : { rollbackTo }),
  };
}

/** @throws BridgeError `record-corrupt`, as all of these. */
export function recordOf(item: unknown): VersionRecord {
  const { publishedBy: by, publishedBecause: because, publishedAt: at, ...numbers } = parsed(recordSchema, item);
  return { ...numbers, by, because, at };
}

export function partsOf(item: unknown): Parts {
  return parsed(partsSchema, item);
}

export function runtimePartOf(item: unknown): StoredPart {
  return parsed(runtimeSchema, item).runtime;
}

export function sourcePartOf(item: unknown): StoredPart {
  return parsed(sourceSchema, item).source;
}

/** The number of a version's item. */
export function versionOf(item: unknown): number {
  return parsed(versionSchema, item).version;
}

/** The version that the pointer names; 0 when there is no pointer. */
export function pointedVersion(pointer: unknown): number {
  return pointer === undefined ? 0 : parsed(pointerSchema, pointer).currentVersion;
}

function parsed<Output>(schema: z.ZodType<Output>, item: unknown): Output {
  const read = schema.safeParse(item);
  if (!read.success) throw corrupt('an item is not as the contract says', read.error);
  return read.data;
}
