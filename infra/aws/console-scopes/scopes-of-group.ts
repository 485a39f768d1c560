import { consoleScopes, scopesOfGroups } from '../../../shared/contracts/console-scopes.ts';

/** Scopes of the console that none of the groups has: those of whoever is in no group are all of them. */
export function scopesWithheld(groups: readonly string[]): readonly string[] {
  const granted = scopesOfGroups(groups);
  return consoleScopes.filter((scope) => !granted.includes(scope)).sort();
}
