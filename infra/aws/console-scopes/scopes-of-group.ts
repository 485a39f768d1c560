import { callCommandsScope, callContextScope, callsScope } from '../../../shared/contracts/console-api.ts';

/** What people of each group of the console may do. */
export const scopesOfGroup: Readonly<Record<'operator' | 'agent' | 'viewer', readonly string[]>> = {
  /** Sees why calls went where they went, and has them moved or ended. */
  operator: [callContextScope, callsScope, callCommandsScope],
  /** Sees who is calling, and has the call transferred. */
  agent: [callContextScope, callCommandsScope],
  /** Sees what happened to calls, not who called. */
  viewer: [callsScope],
};

/** Scopes of the console that none of the groups has: those of whoever is in no group are all of them. */
export function scopesWithheld(groups: readonly string[]): readonly string[] {
  const granted = new Set(
    Object.entries(scopesOfGroup).flatMap(([group, scopes]) => (groups.includes(group) ? scopes : [])),
  );
  const all = new Set(Object.values(scopesOfGroup).flat());
  return [...all].filter((scope) => !granted.has(scope)).sort();
}
