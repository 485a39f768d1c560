import type { Intent, Slot } from 'ask-sdk-model';
import { accountKinds, type DraftReason } from '../conversation/conversation-state.ts';
import { maximumReasonWords, otherReasonId, reasonIdPattern } from '../conversation/reason-ids.ts';
import type { SaidOfCall } from '../conversation/heard.ts';

/** What the slots of a CallIntent or CallBackIntent say. What is not said is left out; slots may hold anything. */
export function saidOfCall(intent: Partial<Intent>): SaidOfCall {
  const slot = slotsOf(intent);
  const reason = reasonOf(slot('reason'));
  const number = valueOf(slot('accountNumber'));
  const kind = accountKinds.find((known) => known === matchOf(slot('accountKind'))?.id);
  const place = valueOf(slot('postalCode'));
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(number === undefined ? {} : { accountNumber: number.replaceAll(/\D/g, '') }),
    ...(kind === undefined ? {} : { accountKind: kind }),
    ...(place === undefined ? {} : { postalCode: place.slice(0, 100) }),
  };
}

function slotsOf({ slots }: Partial<Intent>): (name: string) => Partial<Slot> | undefined {
  const known = (typeof slots === 'object' && slots !== null ? slots : {}) as Record<string, unknown>;
  return (name) => {
    const slot = Object.hasOwn(known, name) ? known[name] : undefined;
    return typeof slot === 'object' && slot !== null ? slot : undefined;
  };
}

function valueOf(slot: Partial<Slot> | undefined): string | undefined {
  const value: unknown = slot?.value;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function reasonOf(slot: Partial<Slot> | undefined): DraftReason | undefined {
  const words = valueOf(slot)?.slice(0, maximumReasonWords);
  if (words === undefined) return undefined;
  const match = matchOf(slot);
  return match === undefined
    ? { id: otherReasonId, words }
    : { id: match.id, words, ...(match.name === undefined ? {} : { name: match.name.slice(0, maximumReasonWords) }) };
}

interface ResolvedValue {
  readonly id: string;
  readonly name?: string;
}

/**
 * The first value that matched (Alexa Skills Kit documentation, entity resolution): the best match comes first, of the model's own values and of those
 * that the skill gave for this session.
 */
function matchOf(slot: Partial<Slot> | undefined): ResolvedValue | undefined {
  const authorities: unknown = slot?.resolutions?.resolutionsPerAuthority;
  if (!Array.isArray(authorities)) return undefined;
  return authorities.flatMap(valuesOf).find(({ id }) => reasonIdPattern.test(id));
}

function valuesOf(authority: unknown): ResolvedValue[] {
  const { status, values } = fieldsOf(authority);
  if (fieldsOf(status)['code'] !== 'ER_SUCCESS_MATCH' || !Array.isArray(values)) return [];
  return values.flatMap((each: unknown) => {
    const { id, name } = fieldsOf(fieldsOf(each)['value']);
    if (typeof id !== 'string') return [];
    return [{ id, ...(typeof name === 'string' && name !== '' ? { name } : {}) }];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
