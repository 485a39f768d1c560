import * as z from 'zod';
import { ingresses } from '../domain/call-context.ts';
import type { Caller } from '../domain/routing/caller.ts';
import { epochMs } from '../domain/time.ts';
import { e164Schema } from './call-context.ts';
import { suggestion } from './table-file/nearest-name.ts';
import { fileObject } from './table-file/parts.ts';

const text = z.string().min(1).max(200);
const degrees = (limit: number): z.ZodNumber => z.number().min(-limit).max(limit);

const ingress = z.enum(ingresses, {
  error: (issue) => `must be a way in${suggestion(String(issue.input), ingresses)}`,
});
const coordinates = z.object({ latitude: degrees(90), longitude: degrees(180) });

/**
 * A caller as one writes it into a file, to try a table: a call context of which everything may be left out.
 * A whole stored call context is taken too; what routing does not look at is ignored. The words of a table's conditions may be
 * used as well (entry, country, state, postalCode, coordinates); what a call context says counts first.
 */
export const callerFileSchema = fileObject({
  /** How the call comes in. Default: alexa-skill-call when there is a reason, else phone. */
  ingress: ingress.exactOptional(),
  entry: ingress.exactOptional(),
  /** A reason's id, or the reason as a call context has it. */
  reason: z.union([text, z.object({ id: text, words: z.string().exactOptional() })]).exactOptional(),
  locale: text.exactOptional(),
  phoneNumber: e164Schema.exactOptional(),
  location: z
    .object({
      countryCode: text.exactOptional(),
      stateOrRegion: text.exactOptional(),
      postalCode: text.exactOptional(),
      coordinates: coordinates.exactOptional(),
    })
    .exactOptional(),
  country: text.exactOptional(),
  state: text.exactOptional(),
  postalCode: text.exactOptional(),
  /** As a call context has them, or as a table has a branch's: latitude, then longitude. */
  coordinates: z
    .union([coordinates, z.tuple([degrees(90), degrees(180)])], {
      error: 'must be latitude and longitude: [47.608, -122.3351]',
    })
    .exactOptional(),
  /** Attributes are text; a number or a truth value is taken as it is written. */
  attributes: z
    .record(
      z.string(),
      z.union([z.string(), z.number().transform(String), z.boolean().transform(String)], { error: 'must be text' }),
    )
    .exactOptional(),
  // Of a stored call context; routing does not look at them.
  id: z.string().exactOptional(),
  callerName: z.string().exactOptional(),
  accountId: z.string().exactOptional(),
  createdAt: z.number().exactOptional(),
  expiresAt: z.number().exactOptional(),
});
export type CallerFile = z.infer<typeof callerFileSchema>;

export function callerOfFile(file: CallerFile): Caller {
  const { reason, locale, phoneNumber, attributes } = file;
  const reasonId = typeof reason === 'string' ? reason : reason?.id;
  const place = placeOf(file);
  return {
    entry: file.ingress ?? file.entry ?? (reasonId === undefined ? 'phone' : 'alexa-skill-call'),
    attributes: attributes ?? {},
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(locale === undefined ? {} : { locale }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(Object.keys(place).length === 0
      ? {}
      : { location: { source: 'postalCode', observedAt: epochMs(0), ...place } }),
  };
}

function placeOf({
  location,
  country,
  state,
  postalCode,
  coordinates: point,
}: CallerFile): NonNullable<CallerFile['location']> {
  return {
    ...(country === undefined ? {} : { countryCode: country }),
    ...(state === undefined ? {} : { stateOrRegion: state }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(point === undefined
      ? {}
      : { coordinates: Array.isArray(point) ? { latitude: point[0], longitude: point[1] } : point }),
    ...location,
  };
}

/** The other way round, for witnesses. */
export function fileOfCaller({ entry, reasonId, locale, phoneNumber, location, attributes }: Caller): CallerFile {
  const {
    source: _source,
    observedAt: _observedAt,
    ...place
  } = location ?? { source: undefined, observedAt: undefined };
  return {
    ingress: entry,
    ...(reasonId === undefined ? {} : { reason: { id: reasonId } }),
    ...(locale === undefined ? {} : { locale }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(location === undefined ? {} : { location: place }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}

/** ISO 8601, with "Z" or an offset. */
export const momentSchema = z.iso
  .datetime({ offset: true, error: 'must be a time in ISO 8601: 2026-12-24T17:30:00Z' })
  .refine((at) => Date.parse(at) >= 0, 'must be a time since 1970');

/** A caller, a moment and a lot: all that a decision depends on, beside the table. */
export const witnessSchema = fileObject({
  context: callerFileSchema,
  at: momentSchema,
  /** What the lot is drawn by; a call's context id. */
  seed: z.string().min(1).max(200),
});
export type Witness = z.infer<typeof witnessSchema>;
