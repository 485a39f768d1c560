import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { callIngresses } from '../../../../shared/ports/call-starter.ts';
import { accountKinds } from '../../../../skill/conversation/conversation-state.ts';
import type { Ssml } from '../../../../skill/speech/ssml.ts';
import type { AnnouncedCall, CardText, SpokenNames, Words } from '../../../../skill/speech/words.ts';

export const names: SpokenNames = { business: 'Example Bank', phoneNumber: '+12065550100' as E164 };

/** The last two digits of a phone: none of them is in any account of these tests. */
export const phoneEnding = '42';

/** One call of each kind that can be announced. */
export const calls: readonly AnnouncedCall[] = [
  { reason: { id: 'other' } },
  { reason: { id: 'lost-card', name: 'xyz' } },
  { reason: { id: 'other', words: 'xyz' } },
  { reason: { id: 'other' }, accountEnding: '78' },
  ...accountKinds.flatMap((accountKind): AnnouncedCall[] => [
    { reason: { id: 'lost-card', name: 'xyz' }, accountKind },
    { reason: { id: 'other', words: 'xyz' }, accountKind, accountEnding: '78' },
  ]),
];

/** Something that is said, and whether an answer is waited for. */
export interface Saying {
  readonly key: string;
  readonly ssml: string;
  readonly isAsked: boolean;
}

/** Every key of a language, with what announces a call said for each of `these` calls. */
export function sayings(words: Words, these: readonly AnnouncedCall[] = calls): Saying[] {
  const announced = these.map((call) => ({
    confirmCall: words.confirmCall(call),
    confirmCallBack: words.confirmCallBack(call, phoneEnding),
    calling: words.calling(call),
    callingBack: words.callingBack(call, phoneEnding),
  }));
  return [...under('', words), ...announced.flatMap((said, index) => under(`call ${index} `, said))];
}

export function cards(words: Words, these: readonly AnnouncedCall[] = calls): CardText[] {
  return these.flatMap((call) => callIngresses.map((ingress) => words.card(call, ingress)));
}

function under(path: string, value: object): Saying[] {
  return Object.entries(value).flatMap(([key, said]: [string, unknown]) => {
    if (typeof said !== 'object' || said === null) return [];
    const isAsked = key === 'speech' || key === 'reprompt';
    return 'ssml' in said
      ? [{ key: `${path}${key}`, ssml: (said as Ssml).ssml, isAsked }]
      : under(`${path}${key} `, said);
  });
}
