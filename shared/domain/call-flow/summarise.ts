import { defaultDestination } from '../routing/plan.ts';
import { isAnswer } from './answer.ts';
import { attemptStories } from './attempt-stories.ts';
import { endingOf } from './call-ending.ts';
import type { CallRecord, DeliveryReceipt } from './call-record.ts';
import type { CallStory } from './call-story.ts';
import type { Happening, HappeningKind } from './happening.ts';

/**
 * The call in short. Records may be missing, come in any order and more than once: of two with the same sequence the first one given counts.
 * @throws RangeError without any record: of such a call nothing is known.
 */
export function summarise(given: readonly CallRecord[], receipt?: DeliveryReceipt): CallStory {
  const records = inOrder(given);
  const [first] = records;
  if (first === undefined) throw new RangeError('a call has at least one record');
  const happenings = records.flatMap((record) => record.happenings);
  const attempts = attemptStories(records);
  return {
    startedAt: first.callStartedAt,
    ...endingOf(records),
    ...decision(happenings),
    fallbackUsed: all(happenings, 'routed').some(({ ruleId }) => ruleId === defaultDestination),
    attempts,
    ...firstAnswer(records),
    contextSent: attempts.some(({ context }) => context === 'sent'),
    ...(receipt === undefined ? {} : { contextDelivered: receipt.deliveries.length > 0 }),
    ...afterwards(happenings),
    breaches: all(happenings, 'breached').length,
    slowestMs: Math.max(...records.map(({ tookMs }) => tookMs)),
  };
}

function inOrder(given: readonly CallRecord[]): readonly CallRecord[] {
  const bySequence = new Map<number, CallRecord>();
  for (const record of given) if (!bySequence.has(record.sequence)) bySequence.set(record.sequence, record);
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}

/** The last one: what a caller chose in the menu is decided after what nothing was known for. */
function decision(
  happenings: readonly Happening[],
): Pick<CallStory, 'entry' | 'ruleId' | 'tableVersion' | 'reasonId' | 'locale'> {
  const routed = all(happenings, 'routed').at(-1);
  if (routed === undefined) return {};
  const { entry, ruleId, tableVersion, reasonId, locale } = routed;
  return {
    entry,
    ruleId,
    ...(tableVersion === undefined ? {} : { tableVersion }),
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(locale === undefined ? {} : { locale }),
  };
}

function firstAnswer(records: readonly CallRecord[]): Pick<CallStory, 'answeredBy' | 'timeToAnswerMs'> {
  for (const { happenings, at, callStartedAt } of records) {
    const answer = happenings.find(isAnswer);
    if (answer === undefined) continue;
    const { kind, id } = answer.attempt;
    // PSTN Audio's clock and the function's are two.
    return { answeredBy: `${kind}:${id}`, timeToAnswerMs: Math.max(0, at - callStartedAt) };
  }
  return {};
}

function afterwards(happenings: readonly Happening[]): Pick<CallStory, 'voicemail' | 'mark'> {
  const voicemail = all(happenings, 'voicemailLeft').at(-1);
  const mark = all(happenings, 'surveyAnswered').at(-1)?.mark;
  return {
    ...(voicemail === undefined ? {} : { voicemail: placeOf(voicemail) }),
    ...(mark === undefined ? {} : { mark }),
  };
}

function placeOf({ bucket, key }: Extract<Happening, { kind: 'voicemailLeft' }>): NonNullable<CallStory['voicemail']> {
  return { ...(bucket === undefined ? {} : { bucket }), ...(key === undefined ? {} : { key }) };
}

function all<Kind extends HappeningKind>(
  happenings: readonly Happening[],
  kind: Kind,
): readonly Extract<Happening, { kind: Kind }>[] {
  return happenings.filter((each): each is Extract<Happening, { kind: Kind }> => each.kind === kind);
}
