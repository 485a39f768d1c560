import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews, CallWatcher } from '../watching/watched-call.ts';
import { actionRungs } from './action-rungs.ts';
import { failureRungs, functionNameIn, invocationRung } from './invocation-rung.ts';
import { layOut } from './layout.ts';
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
  return (news) => {
    const { call, at } = news;
    const seconds = call === undefined ? undefined : (at - call.startedAt) / 1000;
    for (const rung of rungsOf(news, privacy)) print(layOut(rung, { seconds, tag: call?.tag }, layout));
  };
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
      return [...failureRungs(news.trace, privacy), invocationRung(news, privacy)];
    case 'action':
      return actionRungs(news, privacy);
    case 'note':
      return [noteRung('call', news.trace.note, privacy)];
    case 'log': {
      const { functionArn, requestId, line } = news.line;
      const text = `${requestId.slice(0, 8)} ${maskNumbers(line, privacy)}`.trimStart();
      return [{ lane: functionNameIn(functionArn), mark: '│', text, tone: 'log' }];
    }
    case 'ended':
      return [{ lane: 'call', mark: '■', text: 'over', tone: 'good' }];
    default:
      return news satisfies never;
  }
}
