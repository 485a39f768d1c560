import { maskDigits, type Privacy } from '../watching/privacy.ts';
import type { CallNews, CallWatcher, WatchedCall } from '../watching/watched-call.ts';
import { actionRungs } from './action-rungs.ts';
import { failureRungs, functionNameIn, invocationRung, leftBehindRungs } from './invocation-rung.ts';
import { layOut, layOutBlock } from './layout.ts';
import { noteRung, type Rung } from './rung.ts';
import { sipRung } from './sip-rung.ts';

export interface LadderOptions {
  readonly privacy: Privacy;
  /** Whether lines are coloured. */
  readonly color: boolean;
  readonly print: (line: string) => void;
}

/** Enough for a line of a log; whole events are for `full`. */
const longestText = 200;

/** A live ladder: what happens in all calls, one line each, as it happens. */
export function ladder({ privacy, color, print }: LadderOptions): CallWatcher {
  const layout = { color, longest: privacy === 'full' ? undefined : longestText };
  const begun = new WeakSet<WatchedCall>();
  return (news) => {
    const { call, at } = news;
    const seconds = call === undefined ? undefined : (at - call.startedAt) / 1000;
    for (const rung of rungsOf(news, privacy)) {
      print(layOut(rung, { seconds, tag: call?.tag, time: timeOfFirst(call, begun) }, layout));
      for (const line of layOutBlock(rung, layout)) print(line);
    }
  };
}

/** The first line of a call says when that was, so that calls side by side can be told in their order. */
function timeOfFirst(call: WatchedCall | undefined, begun: WeakSet<WatchedCall>): string | undefined {
  if (call === undefined || begun.has(call)) return undefined;
  begun.add(call);
  return new Date(call.startedAt).toISOString().slice(11);
}

function rungsOf(news: CallNews, privacy: Privacy): readonly Rung[] {
  switch (news.kind) {
    case 'sip':
      return [sipRung(news, privacy)];
    case 'leg':
      // Legs of SIP have been seen by their INVITE.
      return news.trace.sipCallId === undefined
        ? [{ lane: news.trace.tag, mark: '─►', text: 'joined the meeting', tone: 'sip' }]
        : [];
    case 'invocation':
      return [...failureRungs(news.trace, privacy), invocationRung(news, privacy), ...leftBehindRungs(news.trace)];
    case 'action':
      return actionRungs(news, privacy);
    case 'key': {
      const { tag, key } = news.trace;
      const text = `pressed ${privacy === 'full' ? key : 'a key'}`;
      return [{ lane: tag, mark: '─►', text, tone: 'sip' }];
    }
    case 'note':
      return [noteRung('call', news.trace.note, privacy)];
    case 'log': {
      const { functionArn, requestId, line } = news.line;
      const text = `${requestId.slice(0, 8)} ${maskDigits(line, privacy)}`.trimStart();
      return [{ lane: functionNameIn(functionArn), mark: '│', text, tone: 'log' }];
    }
    case 'ended':
      return [{ lane: 'call', mark: '■', text: 'over', tone: 'good' }];
    default:
      return news satisfies never;
  }
}
