import type { SimulatedEnding } from '../../../shared/contracts/simulation.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { say, wordsIn, type SayingName } from '../../../shared/domain/call-speech/words.ts';
import { actionOn } from '../../../shared/domain/routing/attempt-policy.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import { meetingWaitSeconds, roundMilliseconds } from '../../../shared/domain/routing/meeting-wait.ts';
import { attemptNamed } from '../../../shared/domain/routing/named-destination.ts';
import type { Attempt, Plan } from '../../../shared/domain/routing/plan.ts';
import { attemptsAfter } from '../../../shared/domain/routing/remaining-attempts.ts';
import { answeredText, destinationOf, failedText, nameOf } from './attempt-words.ts';
import type { CallTimeline, Words } from './call-timeline.ts';
import { assumed } from './durations.ts';
import { outcomeAt, type SimulationWish } from './wish.ts';

type Ringing = Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' }>;
type Failure = 'notAnswered' | 'unreachable' | 'misconfigured';

/** So many messages are said one after the other in one answer of the function. */
const messagesInOneList = 6;

/** A plan that is being followed as the call flow of sma-handler follows it; a test holds one to the other. */
export class PlayedPlan {
  readonly #timeline: CallTimeline;
  readonly #table: IndexedTable;
  readonly #wish: SimulationWish;
  readonly #locale: string | undefined;
  #remaining: readonly Attempt[];
  #made = 0;
  /** Messages that are said before whatever follows them. */
  #words: Words[] = [];
  /** Nobody has been tried in vain of whom the caller knows. */
  #isFirst = true;
  /** The caller is still to be told that they are recorded. */
  #isRecordingDue: boolean;

  constructor(
    plan: Plan,
    about: {
      readonly timeline: CallTimeline;
      readonly table: IndexedTable;
      readonly wish: SimulationWish;
      readonly locale: string | undefined;
    },
  ) {
    this.#timeline = about.timeline;
    this.#table = about.table;
    this.#wish = about.wish;
    this.#locale = about.locale;
    this.#remaining = plan.attempts;
    this.#isRecordingDue = plan.service?.recording === 'always';
  }

  /** To its end: somebody answers, or nobody is left. */
  play(): SimulatedEnding {
    for (;;) {
      const [current, ...rest] = this.#remaining;
      if (current === undefined) return this.#apologise();
      this.#made += 1;
      this.#remaining = rest;
      const ending = this.#make(current);
      if (ending !== undefined) return ending;
    }
  }

  #make(current: Attempt): SimulatedEnding | undefined {
    switch (current.kind) {
      case 'message':
        return this.#message(current);
      case 'lookUp':
        return this.#lookUp(current);
      case 'meeting':
        return this.#meeting(current);
      case 'voicemail':
        return this.#voicemail(current);
      case 'contactCenter':
      case 'branch':
      case 'phone':
        return this.#ring(current);
      default:
        return assertNever(current);
    }
  }

  #message(current: Extract<Attempt, { kind: 'message' }>): SimulatedEnding | undefined {
    this.#words.push({ of: 'table', ...wordsIn(current) });
    if (this.#remaining.length === 0) {
      this.#sayWords();
      return this.#end('message', 'the call ends with these words');
    }
    if (this.#words.length >= messagesInOneList) {
      this.#sayWords();
      this.#isFirst = false;
    }
    return undefined;
  }

  #lookUp(current: Extract<Attempt, { kind: 'lookUp' }>): undefined {
    const { lookUps = {} } = this.#wish;
    const outcome = outcomeAt(destinationOf(current), this.#wish);
    // A service that is slow is like one that is not there.
    if (outcome !== 'answered') return this.#fails(current, 'unreachable', assumed.asking);
    const answer = Object.hasOwn(lookUps, current.id) ? lookUps[current.id] : undefined;
    if (answer?.destination === undefined) {
      this.#attempt(current, 'nobodyNamed', assumed.asking, {
        text: `${nameOf(current)} names nobody: the call goes on`,
      });
      return undefined;
    }
    const { destination, timeoutSeconds } = answer;
    const wished = timeoutSeconds === undefined ? { destination } : { destination, timeoutSeconds };
    const named = attemptNamed(wished, current, this.#table);
    if (named.kind === 'failed') return this.#fails(current, 'misconfigured', assumed.asking);
    const text = `${nameOf(current)} names ${nameOf(named.attempt)}`;
    this.#attempt(current, 'answered', assumed.asking, { named: destinationOf(named.attempt), text });
    this.#remaining = [named.attempt, ...this.#remaining];
    return undefined;
  }

  #meeting(current: Extract<Attempt, { kind: 'meeting' }>): SimulatedEnding | undefined {
    const outcome = outcomeAt(destinationOf(current), this.#wish);
    // It does not open: the caller has heard nothing of it.
    if (outcome === 'unreachable') return this.#fails(current, outcome, assumed.asking);
    this.#sayWords();
    this.#sayThatItIsRecorded();
    this.#say('adviserIsCalled');
    if (outcome === 'answered') return this.#talk(current, assumed.joining);
    this.#isFirst = false;
    const round = roundMilliseconds / 1000;
    return this.#fails(current, outcome, Math.ceil(meetingWaitSeconds(current) / round) * round);
  }

  #voicemail(current: Extract<Attempt, { kind: 'voicemail' }>): SimulatedEnding | undefined {
    const outcome = outcomeAt(destinationOf(current), this.#wish);
    this.#words.push({ of: 'table', ...wordsIn(current) });
    this.#sayWords();
    if (outcome !== 'answered') {
      this.#isFirst = false;
      return this.#fails(current, outcome, assumed.failing);
    }
    const seconds = Math.min(assumed.message, current.maximumSeconds);
    this.#attempt(current, 'answered', seconds, { text: answeredText(current, seconds) });
    this.#say('thanksForVoicemail');
    return this.#end('voicemail', 'the caller has left a message', current);
  }

  #ring(current: Ringing): SimulatedEnding | undefined {
    const outcome = outcomeAt(destinationOf(current), this.#wish);
    const isAnnounced = this.#words.length === 0;
    this.#sayWords();
    this.#sayThatItIsRecorded();
    // A message of the table's says what is to be said; otherwise the caller is told before they wait.
    if (isAnnounced) this.#say(this.#isFirst ? 'oneMoment' : 'tryingSomebodyElse');
    if (outcome === 'answered') return this.#talk(current, Math.min(assumed.answering, current.timeoutSeconds));
    this.#isFirst = false;
    return this.#fails(current, outcome, outcome === 'notAnswered' ? current.timeoutSeconds : assumed.failing);
  }

  #talk(current: Attempt, seconds: number): SimulatedEnding {
    this.#attempt(current, 'answered', seconds, { text: answeredText(current, seconds) });
    return this.#end('talk', `the caller talks to ${nameOf(current)}`, current);
  }

  #fails(current: Exclude<Attempt, { kind: 'message' }>, outcome: Failure, seconds: number): undefined {
    const policy = actionOn(outcome, current.onOutcome);
    this.#attempt(current, outcome, seconds, { policy, text: failedText(current, outcome, { seconds, policy }) });
    this.#remaining = attemptsAfter(current, outcome, this.#remaining);
    return undefined;
  }

  #apologise(): SimulatedEnding {
    this.#sayWords();
    this.#say('nobodyAnswered');
    return this.#end('apology', 'nobody could be reached, and the call ends');
  }

  #attempt(
    current: Attempt,
    outcome: Failure | 'answered' | 'nobodyNamed',
    seconds: number,
    more: { readonly text: string; readonly named?: string; readonly policy?: 'next' | 'nextKind' | 'end' },
  ): void {
    this.#timeline.add(
      { kind: 'attempt', number: this.#made, destination: destinationOf(current), outcome, ...more },
      seconds,
    );
  }

  #end(kind: SimulatedEnding['kind'], text: string, current?: Attempt): SimulatedEnding {
    const destination = current === undefined ? {} : { destination: destinationOf(current) };
    return { kind, at: this.#timeline.seconds, text, ...destination };
  }

  #sayThatItIsRecorded(): void {
    if (!this.#isRecordingDue) return;
    this.#isRecordingDue = false;
    this.#say('callsAreRecorded');
  }

  #say(saying: SayingName): void {
    this.#timeline.say({ of: 'function', ...say(saying, this.#locale) });
  }

  #sayWords(): void {
    for (const words of this.#words) this.#timeline.say(words);
    this.#words = [];
  }
}
