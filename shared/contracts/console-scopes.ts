/** What a token may let its bearer do at the console API. */
export const consoleScopes = [
  'call-contexts/read',
  'calls/read',
  'calls/control',
  'tables/read',
  'tables/write',
] as const;
export type ConsoleScope = (typeof consoleScopes)[number];

export const consoleGroups = ['operator', 'agent', 'viewer'] as const;
export type ConsoleGroup = (typeof consoleGroups)[number];

/** What people of each group of the console may do. */
export const scopesOfGroup: Readonly<Record<ConsoleGroup, readonly ConsoleScope[]>> = {
  /** Changes routing, sees why calls went where they went, and has them moved or ended. */
  operator: consoleScopes,
  /** Sees who is calling and where calls go, and has a call transferred. */
  agent: ['call-contexts/read', 'calls/read', 'calls/control', 'tables/read'],
  /** Sees what happened to calls and where they go, not who called. */
  viewer: ['calls/read', 'tables/read'],
};

/** What somebody of these groups may do; of none of the groups: nothing. */
export function scopesOfGroups(groups: readonly string[]): readonly ConsoleScope[] {
  return consoleScopes.filter((scope) =>
    consoleGroups.some((group) => groups.includes(group) && scopesOfGroup[group].includes(scope)),
  );
}
