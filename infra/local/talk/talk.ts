import type { Alexa } from '../alexa/service/start-alexa.ts';
import type { AlexaTurn } from '../alexa/service/turn.ts';
import type { CallInHand } from './call-in-hand.ts';
import type { CommandWorld } from './commands/command.ts';
import { runCommand } from './commands/commands.ts';
import type { Tell } from './happening.ts';
import type { HeldHappenings } from './held-happenings.ts';
import { turnHappenings } from './turn-happenings.ts';
import { readTyped, type Typed } from './typed.ts';

export interface TalkParts {
  readonly alexa: Pick<Alexa, 'say' | 'keepSilent'>;
  readonly call: CallInHand;
  readonly world: CommandWorld;
  readonly tell: Tell;
  /** What calls tell. */
  readonly held: HeldHappenings;
  /** Told of each turn, for whoever wants to speak it. */
  readonly onTurn?: (turn: AlexaTurn) => void;
}

const hints = {
  calling: 'Nobody has answered yet: “hang up” ends it, an empty line waits',
  ringing: 'Your phone rings: “answer”, “decline”, or a key, which answers and presses it',
  connected: 'You are in a call: digits, * and # are keys, “hang up” ends it',
} as const;

/** One person who talks to Alexa, and is put through. */
export class Talk {
  readonly #parts: TalkParts;
  #failed = false;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  /** Whether Alexa ever had to say that something went wrong with the skill. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Takes one line as it was typed. Rejects only for bugs. */
  async take(line: string): Promise<'more' | 'quit'> {
    const { call, tell } = this.#parts;
    tell({ type: 'you', words: line.trim() });
    return this.#do(readTyped(line, call.situation));
  }

  async #do(typed: Typed): Promise<'more' | 'quit'> {
    const { alexa, call, tell } = this.#parts;
    switch (typed.kind) {
      case 'words':
        return this.#turn(() => alexa.say(typed.words));
      case 'silence':
        return this.#turn(() => alexa.keepSilent());
      case 'command':
        return this.#command(typed.name, typed.words);
      case 'keys':
        if ((await call.press(typed.keys)) === 'nobodyThere')
          tell({ type: 'notDone', because: 'Nobody is there to hear the keys' });
        return 'more';
      case 'hangUp':
        await call.hangUp();
        return 'more';
      case 'answer':
        await call.answer();
        return 'more';
      case 'decline':
        await call.hangUp();
        return 'more';
      case 'wait':
        return 'more';
      case 'unheard':
        if (call.situation !== 'free') tell({ type: 'notDone', because: hints[call.situation] });
        return 'more';
      default:
        return typed satisfies never;
    }
  }

  async #turn(take: () => Promise<AlexaTurn>): Promise<'more'> {
    const { held, tell, onTurn } = this.#parts;
    held.hold();
    try {
      const turn = await take();
      this.#failed ||= turn.ended?.error !== undefined;
      onTurn?.(turn);
      for (const happening of turnHappenings(turn)) tell(happening);
    } finally {
      held.release();
    }
    return 'more';
  }

  async #command(name: string, words: readonly string[]): Promise<'more' | 'quit'> {
    const outcome = await runCommand(name, words, this.#parts.world);
    if (outcome.kind === 'quit') return 'quit';
    if (outcome.kind === 'notDone') this.#parts.tell({ type: 'notDone', because: outcome.because });
    else if (outcome.lines.length > 0) this.#parts.tell({ type: 'told', lines: outcome.lines });
    return 'more';
  }
}
