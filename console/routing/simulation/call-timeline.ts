import type { TimelineItem } from '../../../shared/contracts/simulation.ts';
import type { SpokenWords } from '../../../shared/domain/call-speech/words.ts';
import { assumed, secondsToSay } from './durations.ts';

type WithoutSpan<Item> = Item extends unknown ? Omit<Item, 'from' | 'to'> : never;

export interface Words extends SpokenWords {
  readonly of: 'table' | 'function';
}

/** A question with a key for each answer. */
export interface AskedQuestion {
  readonly question: 'menu' | 'callback' | 'recording';
  readonly first: SpokenWords;
  /** Said in place of it when no key was pressed. */
  readonly again: SpokenWords;
  /** How often it is asked in all. */
  readonly tries: number;
  readonly key?: string | undefined;
}

/** What happens in a call, one thing after the other. */
export class CallTimeline {
  readonly items: TimelineItem[] = [];
  #seconds = 0;

  /** Since the call began. */
  get seconds(): number {
    return this.#seconds;
  }

  add(item: WithoutSpan<TimelineItem>, seconds: number): void {
    const from = this.#seconds;
    this.#seconds += seconds;
    this.items.push({ ...item, from, to: this.#seconds });
  }

  say({ of, text, languageCode: language }: Words): void {
    this.add({ kind: 'words', of, text, language }, secondsToSay(text));
  }

  ask({ question, first, again, tries, key }: AskedQuestion): void {
    const { text, languageCode: language } = first;
    const asking = secondsToSay(text);
    if (key !== undefined) {
      this.add({ kind: 'question', question, text, language, key, times: 1 }, asking + assumed.pressing);
      return;
    }
    // First the "again", then the question once more; at last the "again" alone.
    const seconds = tries * (asking + assumed.waitingForKey + secondsToSay(again.text));
    this.add({ kind: 'question', question, text, language, times: tries }, seconds);
  }
}
