import { isAnswer } from './answer.ts';
import type { CallRecord } from './call-record.ts';
import type { CallEnding, CallStory, Hanger } from './call-story.ts';
import type { Happening } from './happening.ts';

/** How a call ended, as far as it has. @param records in order, each once. */
export function endingOf(records: readonly CallRecord[]): Pick<CallStory, 'ending' | 'endedAt' | 'hungUpBy'> {
  let came: CallEnding | undefined;
  let hungUpBy: Hanger | undefined;
  let endedAt: CallRecord['at'] | undefined;
  for (const { happenings, phase, at } of records) {
    for (const happening of happenings) {
      const ending = endingTold(happening);
      if (ending !== undefined) [came, hungUpBy] = [ending, undefined];
      // The caller was asked, and wants somebody again.
      if (happening.kind === 'anotherTryAnswered' && happening.yes) came = undefined;
      if (isHangUp(happening)) came ??= 'hungUp';
      hungUpBy ??= came === 'answered' ? hangerTold(happening) : undefined;
      if (happening.kind === 'legEnded' && happening.leg === 'LEG-A') endedAt ??= at;
    }
    if (phase === 'parting') came ??= 'told';
  }
  const isOver = endedAt !== undefined || records.at(-1)?.phase === 'ended';
  return {
    ending: isOver ? (came ?? 'callerLeft') : 'underWay',
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(isOver && came === 'answered' && hungUpBy !== undefined ? { hungUpBy } : {}),
  };
}

function endingTold(happening: Happening): CallEnding | undefined {
  switch (happening.kind) {
    case 'attemptEnded':
      if (happening.outcome === 'callerLeft') return 'callerLeft';
      return isAnswer(happening) ? 'answered' : undefined;
    case 'voicemailLeft':
      return 'voicemailLeft';
    case 'apologised':
      return 'unanswered';
    case 'callbackAnswered':
      return happening.yes ? undefined : 'callbackDeclined';
    default:
      return undefined;
  }
}

function hangerTold(happening: Happening): Hanger | undefined {
  if (happening.kind === 'legEnded') return happening.leg === 'LEG-A' ? 'caller' : 'otherSide';
  return isHangUp(happening) ? happening.from : undefined;
}

function isHangUp(happening: Happening): happening is Extract<Happening, { kind: 'commanded' }> {
  return happening.kind === 'commanded' && happening.command === 'hangUp';
}
