import * as z from 'zod';
import { headerProfiles, type HeaderSettings } from '../../domain/routing/header-profile.ts';
import type { RoutingTable } from '../../domain/routing/table.ts';
import { e164Schema } from '../call-context.ts';
import { storedAttemptSchema } from './attempts.ts';
import { storedCallServiceSchema } from './call-service.ts';
import { storedConditionSchema } from './conditions.ts';
import { storedTextSchema } from './localized-text.ts';
import { storedReasonsSchema } from './reasons.ts';
import { storedRuleIndexSchema } from './rule-index.ts';
import { openStoredSchedule, storedScheduleSchema, storeSchedule, type StoredSchedule } from './schedules.ts';

/** All of a compiled table but its branches, which are too many for JSON. */
export type TableHead = Omit<RoutingTable, 'branches'>;

type StoredTableHead = Omit<TableHead, 'schedules'> & { readonly schedules: readonly StoredSchedule[] };

const texts = z.array(z.string());

const headerSettingsSchema = z.object({
  profile: z.enum(headerProfiles),
  name: z.string().exactOptional(),
  fixed: z.record(z.string(), z.string()).exactOptional(),
}) satisfies z.ZodType<HeaderSettings>;

/** A table's head as the store keeps it: JSON of the domain's own type, but for schedules, which are told more shortly. */
const storedTableHeadSchema = z.object({
  name: z.string(),
  locale: z.string().exactOptional(),
  reasons: storedReasonsSchema,
  rules: z.array(
    z.object({
      id: z.string(),
      when: z.array(storedConditionSchema),
      attempts: z.array(storedAttemptSchema),
      service: storedCallServiceSchema.exactOptional(),
    }),
  ),
  ruleIndex: storedRuleIndexSchema.exactOptional(),
  defaultAttempts: z.array(storedAttemptSchema),
  defaultService: storedCallServiceSchema.exactOptional(),
  menu: z.object({ greeting: storedTextSchema.exactOptional(), reasons: texts }).exactOptional(),
  schedules: z.array(storedScheduleSchema),
  contactCenters: z.array(
    z.object({ id: z.string(), voiceConnectorArn: z.string(), user: z.string(), headers: headerSettingsSchema }),
  ),
  lookUps: z.array(z.object({ id: z.string(), url: z.string() })),
  namedBranches: z.record(z.string(), z.int().nonnegative()),
  dialling: z.object({ allow: texts, deny: texts }),
  callerId: e164Schema,
}) satisfies z.ZodType<StoredTableHead>;

/** @throws RangeError for schedules that are not opening hours. */
export function writeTableHead({ schedules, ...head }: TableHead): string {
  return JSON.stringify({ ...head, schedules: schedules.map(storeSchedule) } satisfies StoredTableHead);
}

/** @throws SyntaxError for what is not JSON, ZodError for what is not a table's head. */
export function readTableHead(json: string): TableHead {
  const { schedules, ...head } = storedTableHeadSchema.parse(JSON.parse(json));
  return { ...head, schedules: schedules.map(openStoredSchedule) };
}
