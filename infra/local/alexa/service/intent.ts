import type { ModelIntent } from './interaction-model.ts';

/** Intents and slots as they stand in requests and in `updatedIntent` (Alexa Skills Kit documentation, request-types-reference). */
export type ConfirmationStatus = 'NONE' | 'CONFIRMED' | 'DENIED';

export interface Resolution {
  readonly authority: string;
  readonly status: {
    readonly code: 'ER_SUCCESS_MATCH' | 'ER_SUCCESS_NO_MATCH' | 'ER_ERROR_TIMEOUT' | 'ER_ERROR_EXCEPTION';
  };
  /** Absent when nothing matched. */
  readonly values?: readonly { readonly value: { readonly name: string; readonly id: string } }[];
}

export interface Resolutions {
  readonly resolutionsPerAuthority: readonly Resolution[];
}

export interface Slot {
  readonly name: string;
  readonly value?: string;
  readonly confirmationStatus: ConfirmationStatus;
  readonly resolutions?: Resolutions;
  readonly slotValue?: { readonly type: 'Simple'; readonly value: string; readonly resolutions?: Resolutions };
}

export interface Intent {
  readonly name: string;
  readonly confirmationStatus: ConfirmationStatus;
  /** Every slot that the model declares, filled or not; absent when it declares none. */
  readonly slots?: Readonly<Record<string, Slot>>;
}

export type DialogState = 'STARTED' | 'IN_PROGRESS' | 'COMPLETED';

export function emptyIntent({ name, slots }: ModelIntent): Intent {
  const empty = (slots ?? []).map((slot) => [slot.name, { name: slot.name, confirmationStatus: 'NONE' }] as const);
  return { name, confirmationStatus: 'NONE', ...(empty.length === 0 ? {} : { slots: Object.fromEntries(empty) }) };
}

export function filledSlot(name: string, value: string, resolutions?: Resolutions): Slot {
  const resolved = resolutions === undefined ? {} : { resolutions };
  return { name, value, confirmationStatus: 'NONE', ...resolved, slotValue: { type: 'Simple', value, ...resolved } };
}

export function withSlotConfirmation(intent: Intent, slotName: string, confirmationStatus: ConfirmationStatus): Intent {
  const slot = intent.slots?.[slotName];
  return slot === undefined
    ? intent
    : { ...intent, slots: { ...intent.slots, [slotName]: { ...slot, confirmationStatus } } };
}
