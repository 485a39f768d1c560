import * as z from 'zod';
import type { BusEvent } from './bus-rules.ts';

/** One entry of a request; what is missing is told entry by entry, as AWS does. */
const entrySchema = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  /** Seconds since 1970. */
  Time: z.number().optional(),
});

export const putEventsSchema = z.object({ Entries: z.array(entrySchema).min(1).max(10) });
export type PutEventsEntry = z.infer<typeof putEventsSchema>['Entries'][number];

export interface EntryError {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/** All entries together (Amazon EventBridge API reference, PutEvents: "less than 1MB"). */
const maximumBytes = 1024 * 1024;

export function tooLarge(entries: readonly PutEventsEntry[]): boolean {
  return entries.reduce((sum, entry) => sum + sizeOf(entry), 0) >= maximumBytes;
}

/** Source, detail type, detail and resources count, and 14 bytes for a time (Amazon EventBridge user guide, eb-putevent-size). */
function sizeOf({ Source = '', DetailType = '', Detail = '', Resources, Time }: PutEventsEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return (Time === undefined ? 0 : 14) + texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** The event that an entry makes, but for where and when; or why it makes none, in AWS's words. */
export function eventOf(
  entry: PutEventsEntry,
): Pick<BusEvent, 'source' | 'detail-type' | 'detail' | 'resources'> | EntryError {
  const { Source: source, DetailType: detailType, Detail } = entry;
  if (source === undefined || source === '') return missing('Source');
  if (detailType === undefined || detailType === '') return missing('DetailType');
  if (Detail === undefined || Detail === '') return missing('Detail');
  if (source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  const detail = parseObject(Detail);
  if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return { source, 'detail-type': detailType, detail, resources: entry.Resources };
}

function missing(name: 'Source' | 'DetailType' | 'Detail'): EntryError {
  return {
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  };
}

function parseObject(text: string): object | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
