/** What the canary counts, for its alarm and the dashboard. Both are 0 or 1 for each call it places. */
export const canaryMetrics = {
  namespace: 'SkillCallBridge/Canary',
  notAnswered: 'NotAnswered',
  answered: 'Answered',
} as const;
