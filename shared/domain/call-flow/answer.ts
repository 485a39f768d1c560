import type { AttemptKind } from '../routing/plan.ts';
import type { Happening } from './happening.ts';

/** The caller hears words or a tone, and talks to nobody. */
const unattended: ReadonlySet<AttemptKind> = new Set(['message', 'voicemail']);

type AttemptEnded = Extract<Happening, { kind: 'attemptEnded' }>;

/** Whether somebody answered whom the caller can talk to. */
export function isAnswer(happening: Happening): happening is AttemptEnded & { readonly outcome: 'answered' } {
  return (
    happening.kind === 'attemptEnded' && happening.outcome === 'answered' && !unattended.has(happening.attempt.kind)
  );
}
