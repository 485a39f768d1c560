import { attemptKinds, type simpleAttemptKinds } from '../../../../../shared/contracts/table-file/attempts.ts';
import type { TableNames } from '../../table-names.ts';
import type { Attempt, WeightedAttempt } from '../../table-parts.ts';

export type AttemptKind = (typeof attemptKinds)[number];
export type SimpleKind = (typeof simpleAttemptKinds)[number];

export const attemptTitles: Readonly<Record<AttemptKind, string>> = {
  contactCenter: 'Contact centre',
  nearestBranch: 'Nearest branches',
  branch: 'A branch',
  phone: 'A phone',
  meeting: 'A meeting with an adviser',
  lookUp: 'Wherever a look-up says',
  choice: 'A choice by lot',
  message: 'A message',
  voicemail: 'Voicemail',
};

/** undefined: the file names none, or several, which the schema says. */
export function kindOf(attempt: Attempt | WeightedAttempt): AttemptKind | undefined {
  const fields: Readonly<Record<string, unknown>> = attempt;
  return attemptKinds.find((kind) => fields[kind] !== undefined);
}

/** Whether a time can be set; what it is when none is. */
export function usualTimeout(kind: AttemptKind | undefined): number | undefined {
  if (kind === 'message' || kind === 'voicemail' || kind === 'choice' || kind === undefined) return undefined;
  return kind === 'meeting' ? 60 : 30;
}

export function canFail(kind: AttemptKind | undefined): boolean {
  return kind !== 'message' && kind !== 'choice' && kind !== undefined;
}

/** An attempt of that kind to begin with, valid where there is something to name. What both kinds have is kept. */
export function attemptOfKind(kind: AttemptKind, names: TableNames, before: Attempt = {}): Attempt {
  const kept: Attempt = {
    ...(usualTimeout(kind) === undefined || before.timeout === undefined ? {} : { timeout: before.timeout }),
    ...(!canFail(kind) || before.onOutcome === undefined ? {} : { onOutcome: before.onOutcome }),
  };
  if (kind === 'nearestBranch') return { nearestBranch: { within: 100 }, ...kept };
  if (kind !== 'choice') return { ...simpleAttempt(kind, names), ...kept };
  const first = simpleAttempt('contactCenter', names);
  return {
    choice: {
      from: [
        { weight: 50, ...first },
        { weight: 50, ...simpleAttempt('phone', names) },
      ],
    },
  };
}

export function simpleAttempt(kind: SimpleKind, names: TableNames): Omit<WeightedAttempt, 'weight'> {
  switch (kind) {
    case 'contactCenter':
      return { contactCenter: names.contactCentres[0]?.id ?? '' };
    case 'branch':
      return { branch: names.branches[0]?.id ?? '' };
    case 'lookUp':
      return { lookUp: names.lookUps[0]?.id ?? '' };
    case 'meeting':
      return { meeting: 'adviser' };
    case 'phone':
      return { phone: { id: 'phone', number: '' } };
    case 'message':
      return { message: { id: 'message', words: '' } };
    case 'voicemail':
      return { voicemail: { id: 'voicemail', words: '' } };
  }
}
