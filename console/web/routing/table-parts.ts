import type { TableFile } from '../workbench/draft-desk.ts';
import type { Json } from '../workbench/table-edit.ts';

export type Rule = NonNullable<TableFile['rules']>[number];
export type Conditions = NonNullable<Rule['when']>;
export type AttributeTest = NonNullable<Conditions['attribute']>[string];
export type Attempt = Rule['attempts'][number];
export type Choice = NonNullable<Attempt['choice']>;
export type WeightedAttempt = Choice['from'][number];
export type CallService = Pick<Rule, 'recording' | 'afterwards' | 'keys'>;
export type LocalizedText = NonNullable<TableFile['reasons']>[string]['name'];
export type Reason = NonNullable<TableFile['reasons']>[string];
export type Synonyms = NonNullable<Reason['synonyms']>;
export type Schedule = NonNullable<TableFile['schedules']>[string];
export type Holiday = Exclude<NonNullable<Schedule['holidays']>[number], string>;
export type Override = NonNullable<Schedule['overrides']>[number];
export type ContactCentre = NonNullable<TableFile['contactCenters']>[string];
export type LookUp = NonNullable<TableFile['lookUps']>[string];

/** A part of a table is nothing but JSON, which its type, made of optional fields, does not say by itself. */
export function asJson(part: unknown): Json {
  return part as Json;
}
