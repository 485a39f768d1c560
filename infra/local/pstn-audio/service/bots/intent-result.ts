import type { BotIntent } from './bot-schema.ts';

export interface SlotValue {
  /** What was pressed or said. */
  readonly original: string;
  readonly interpreted: string;
}

export interface IntentOutcome {
  readonly sessionId: string;
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly intentName: string;
  /** By name; null where the caller gave none. */
  readonly slots: Readonly<Record<string, SlotValue | null>>;
  readonly state: BotIntent['State'];
  readonly confirmationState: 'None' | 'Confirmed' | 'Denied';
}

/** Lex V2's own understanding is sure of itself: keys leave no doubt. */
const score = 1;

/** The conversation's result as real calls show it (and Amazon Chime SDK developer guide, start-bot-conversation). */
export function intentResult(outcome: IntentOutcome): Readonly<Record<string, unknown>> {
  const Intent = {
    Name: outcome.intentName,
    Slots: Object.fromEntries(
      Object.entries(outcome.slots).map(([name, value]) => [name, value === null ? null : slot(value)]),
    ),
    State: outcome.state,
    ConfirmationState: outcome.confirmationState,
  };
  return {
    SessionId: outcome.sessionId,
    SessionState: { SessionAttributes: outcome.sessionAttributes, Intent },
    Interpretations: [{ Intent, NluConfidence: { Score: score } }],
  };
}

function slot({ original, interpreted }: SlotValue): object {
  return {
    Value: { OriginalValue: original, InterpretedValue: interpreted, ResolvedValues: [interpreted] },
    Values: [],
  };
}
