import type { ConversationState, QuestionAsked } from './conversation-state.ts';
import { merged } from './draft.ts';
import type { Heard, SaidOfCall } from './heard.ts';
import { proceed } from './proceed.ts';
import { ask } from './questions.ts';
import { afterNo, afterNothingUnderstood, afterYes } from './replies.ts';
import { otherReasonId } from './reason-ids.ts';
import type { Step, Ways } from './step.ts';

type HeardCall = Extract<Heard, { kind: 'call' }>;

/** Something was said about the call: what is missing is asked for, and what was written down before is out of date. */
export function afterCall(before: ConversationState, heard: HeardCall, ways: Ways): Step {
  const state: ConversationState = { ...before, misses: 0 };
  const forget = state.contextId === undefined ? {} : { forget: state.contextId };
  // Asked for whatever else, they would be no nearer to a call.
  if (!ways.call && !ways.callBack)
    return { kind: 'close', say: (words) => words.callNotStarted.notCapable, ...forget };
  const said = meant(heard.said, state);
  if (Object.keys(said).length === 0) {
    const decided = decision(heard, state, ways);
    if (decided !== undefined) return decided;
    if (heard.said.reason !== undefined) return afterNothingUnderstood(before, ways);
  }

  const way = wayFor(heard.way, state, Object.keys(said).length > 0);
  const { contextId: _outOfDate, ...rest } = state;
  const { draft, unusable } = merged(state.draft, ways.call ? way : 'callBack', said, {
    locale: ways.locale,
    isLast: state.asked === 'postalCodeAgain',
  });
  if (way === 'callBack' && !ways.callBack)
    return ask('fromHere', { ...rest, draft: { ...draft, way: 'call' } }, forget);
  // "My savings account", to the question for its number: that is the answer.
  const isNamed = asksForAccount(state) && said.accountKind !== undefined && said.accountNumber === undefined;
  const told = isNamed ? { ...draft, withoutAccount: true as const } : draft;
  return { ...proceed({ ...rest, draft: told }, ways, unusable), ...forget };
}

/** What was answered to whether to call: "yes", "no", or "call them". */
function decision(
  { way, said, decision: answered }: HeardCall,
  state: ConversationState,
  ways: Ways,
): Step | undefined {
  const confirming: ConversationState = { ...state, asked: 'confirmation' };
  if (answered === 'no') return afterNo(confirming, ways);
  if (answered === 'yes') return afterYes(confirming, ways);
  const isAgreed = state.asked === 'confirmation' && said.reason === undefined && way === state.draft.way;
  return isAgreed ? afterYes(state, ways) : undefined;
}

const openToReasons: readonly (QuestionAsked | undefined)[] = [undefined, 'beginning', 'reason', 'anythingElse'];

/** Words that are no reason of the catalogue ("call now") do not take the place of one that is, but where it is asked for. */
function meant(said: SaidOfCall, { draft, asked }: ConversationState): SaidOfCall {
  const isKnown = draft.reason !== undefined && draft.reason.id !== otherReasonId;
  if (said.reason?.id !== otherReasonId || !isKnown || openToReasons.includes(asked)) return said;
  const { reason: _words, ...rest } = said;
  return rest;
}

/** Whoever wants to be called back, and then corrects the account, still wants to be called back. */
function wayFor(said: 'call' | 'callBack', { draft, asked }: ConversationState, isNews: boolean): 'call' | 'callBack' {
  return isNews && asked !== undefined && draft.way === 'callBack' ? 'callBack' : said;
}

function asksForAccount({ asked }: ConversationState): boolean {
  return asked === 'account' || asked === 'accountAgain';
}
