import * as z from 'zod';
import { epochMsSchema } from '../../contracts/call-context.ts';
import { draftKeptMs } from '../../domain/draft-life.ts';
import { epochMs, epochSeconds, type EpochMs } from '../../domain/time.ts';
import type { DraftHead } from '../../ports/draft-store.ts';
import { corrupt } from './routing-table-sections.ts';

type Item = Record<string, unknown>;

/** The head of a draft, and what its content has to be. */
export interface StoredDraftHead extends DraftHead {
  /** How many chunks the content lies in. */
  readonly chunks: number;
  readonly sha256: string;
  /** When the sitting began that the last saving was part of; absent in items of earlier releases. */
  readonly since?: EpochMs;
}

/** Partition key of the directory of drafts. */
export const draftsTopic = 'drafts';
/** Content goes after its head, never before: a head without its content would be taken for a broken one. */
const contentKeptLongerMs = 24 * 60 * 60 * 1000;

const storedHeadSchema = z.object({
  etag: z.string(),
  by: z.string(),
  at: epochMsSchema,
  basedOn: z.int().nonnegative(),
  chunks: z.int().positive(),
  sha256: z.string(),
  since: epochMsSchema.exactOptional(),
});

export function headKey(name: string): { topic: string; entry: string } {
  return { topic: topicOf(name), entry: 'head' };
}

/** Of a chunk of a content, from 1. */
export function chunkKey(name: string, etag: string, number: number): { topic: string; entry: string } {
  return { topic: topicOf(name), entry: `${etag}#${String(number).padStart(4, '0')}` };
}

export function headTimeToLive(savedAt: EpochMs): number {
  return epochSeconds(epochMs(savedAt + draftKeptMs));
}

export function contentTimeToLive(savedAt: EpochMs): number {
  return epochSeconds(epochMs(savedAt + draftKeptMs + contentKeptLongerMs));
}

/** @throws BridgeError `record-corrupt`. */
export function storedHeadOf(item: Item): StoredDraftHead {
  const read = storedHeadSchema.safeParse(item);
  if (!read.success) throw corrupt('the head of a draft is not as the contract says', read.error);
  return read.data;
}

export function headOf({ etag, by, at, basedOn }: DraftHead): DraftHead {
  return { etag, by, at, basedOn };
}

function topicOf(name: string): string {
  return `draft#${name}`;
}
