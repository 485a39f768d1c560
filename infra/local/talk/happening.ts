import type { Conversation } from '../contact-center/conversation.ts';

/** Everything that gets a line in the transcript. With `--json` each is one line of JSON as it stands here. */
export type Happening =
  /** What the person typed, words or not; empty for silence. */
  | { readonly type: 'you'; readonly words: string }
  | { readonly type: 'alexa'; readonly speech: string; /** Whether she listens on. */ readonly listening: boolean }
  /** Said while the skill was still at work (a progressive response). */
  | { readonly type: 'meanwhile'; readonly speech: string }
  | { readonly type: 'card'; readonly kind: string; readonly title?: string; readonly text?: string }
  /** Alexa asks on behalf of the skill whether it may have this. */
  | { readonly type: 'consent'; readonly scopes: readonly string[] }
  /** Alexa ended the session against the skill's will. */
  | { readonly type: 'sessionEnded'; readonly reason: string; readonly error?: string }
  | { readonly type: 'callPlaced'; readonly to: string }
  /** The person's own telephone. */
  | { readonly type: 'phoneRings' }
  /** Words of the call flow, as whoever calls hears them. */
  | { readonly type: 'bankSays'; readonly words: string; /** Whether keys are waited for. */ readonly asks: boolean }
  | { readonly type: 'routed'; readonly rule: string; readonly tableVersion: number; readonly passedOver?: string }
  | {
      readonly type: 'answered';
      readonly kind: Conversation['destination']['kind'];
      readonly id: string;
      /** Of a telephone. */
      readonly number?: string;
      /** What the screen shows before the first hello; absent where nothing can reach it. */
      readonly screen?: NonNullable<Conversation['contextSeen']>;
    }
  | { readonly type: 'heard'; readonly youHearThem: boolean; readonly theyHearYou: boolean }
  | { readonly type: 'pressed'; readonly keys: string }
  | {
      readonly type: 'callOver';
      readonly endedBy: 'you' | 'them' | 'nobody';
      /** Why there was no conversation. */
      readonly because?: string;
      readonly legsLeft: number;
    }
  /** What a command has to say. */
  | { readonly type: 'told'; readonly lines: readonly string[] }
  /** What was typed cannot be done, and what can. */
  | { readonly type: 'notDone'; readonly because: string };

export type Tell = (happening: Happening) => void;
