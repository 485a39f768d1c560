import type { AlarmDefinition } from './alarm-definition.ts';

const common = { periodMinutes: 5, datapoints: { over: 1, of: 1 }, silence: 'fine' } as const;
const ofCalls = { ...common, stands: 'inEachRegion' } as const;
const ofSkillOrConsole = { ...common, stands: 'inPrimaryRegion' } as const;

/** By lines that functions write when something is not as it should be, and that no metric tells of. */
export const logAlarms: readonly AlarmDefinition[] = [
  {
    ...ofSkillOrConsole,
    name: 'skill-calls-not-started',
    article: 'skill-calls-not-started',
    watches: {
      kind: 'log',
      function: 'skill',
      lines: [
        { event: 'call-requested', where: { outcome: ['refused', 'unavailable'] } },
        { event: 'call-late' },
        { event: 'call-context-not-written' },
        { event: 'call-not-ordered' },
        { event: 'request-failed' },
      ],
    },
    threshold: 3,
    because: 'A caller is offered another way when one fails; three in five minutes have the same cause.',
    severity: 'page',
  },
  {
    ...ofSkillOrConsole,
    name: 'requests-refused',
    article: 'requests-refused',
    watches: { kind: 'log', function: 'skill', lines: [{ event: 'request-refused' }] },
    threshold: 5,
    because:
      'Only Alexa may invoke the function: a request that is not of this skill means a wrong skill id, or somebody who forges.',
    severity: 'ticket',
  },
  {
    ...ofCalls,
    name: 'contexts-refused',
    article: 'contexts-refused',
    watches: { kind: 'log', function: 'sma', lines: [{ event: 'call-context-refused' }] },
    threshold: 10,
    because:
      'Ids expire now and then; ten that are forged, expired or claimed in five minutes are keys that do not agree, or somebody who guesses.',
    severity: 'ticket',
  },
  {
    ...ofSkillOrConsole,
    name: 'context-ids-guessed',
    article: 'context-ids-guessed',
    watches: { kind: 'log', function: 'console-api', lines: [{ event: 'call-context-id-refused' }] },
    threshold: 20,
    because:
      'Agents look up ids that calls bring: twenty bad ones in five minutes are a broken desk, or somebody with a token who tries ids.',
    severity: 'ticket',
  },
  {
    ...ofCalls,
    name: 'table-unusable',
    article: 'table-unusable',
    watches: { kind: 'log', function: 'sma', lines: [{ event: 'table-unusable' }, { event: 'table-refresh-failed' }] },
    threshold: 1,
    because: 'Calls go on by an older table, or by none where a function has just started.',
    severity: 'page',
  },
  {
    ...ofCalls,
    name: 'opening-hours-end-soon',
    article: 'opening-hours-end-soon',
    watches: { kind: 'log', function: 'sma', lines: [{ event: 'opening-hours-end-soon' }] },
    threshold: 1,
    because: 'After the last day that the table in force was compiled for, its schedules count as closed.',
    severity: 'ticket',
  },
  ...(['sma', 'skill', 'console-api'] as const).map((each): AlarmDefinition => {
    return {
      ...(each === 'sma' ? ofCalls : ofSkillOrConsole),
      name: `signing-keys-unavailable-${each}`,
      article: 'signing-keys-unavailable',
      watches: { kind: 'log', function: each, lines: [{ event: 'signing-keys-unavailable' }] },
      threshold: 1,
      because: 'The function goes on with the keys that it has; one that starts now has none.',
      severity: 'page',
    };
  }),
  {
    ...ofCalls,
    name: 'records-not-written',
    article: 'records-not-written',
    watches: {
      kind: 'log',
      function: 'sma',
      lines: [{ event: 'records-not-written' }, { event: 'receipt-unavailable' }],
    },
    threshold: 5,
    because:
      'Records are tried again with the next event of their call; five failures in five minutes are a store that is not there.',
    severity: 'ticket',
  },
  {
    ...ofCalls,
    name: 'advisers-not-coming',
    article: 'advisers-not-coming',
    watches: {
      kind: 'log',
      function: 'sma',
      lines: [
        {
          event: 'call-attempt-ended',
          where: { destinationKind: ['meeting'], outcome: ['notAnswered', 'unreachable'] },
        },
        { event: 'invitation-failed' },
        { event: 'meeting-unavailable' },
      ],
    },
    threshold: 3,
    because: 'Three callers in five minutes waited in a meeting that nobody joined, or could not be put into one.',
    severity: 'page',
  },
  {
    ...ofCalls,
    name: 'own-faults',
    article: 'own-faults',
    watches: {
      kind: 'log',
      function: 'sma',
      lines: [
        { event: 'unexpected-exception' },
        { event: 'event-unreadable' },
        { event: 'response-refused' },
        { event: 'setting-ignored' },
      ],
    },
    threshold: 1,
    because: 'The call was rescued, but by an answer that nobody planned: each one is a fault to be mended.',
    severity: 'ticket',
  },
  {
    ...ofSkillOrConsole,
    name: 'console-requests-failed',
    article: 'console-requests-failed',
    watches: {
      kind: 'log',
      function: 'console-api',
      lines: [
        { event: 'console-request-failed' },
        { event: 'call-context-corrupt' },
        { event: 'call-records-not-read' },
        { event: 'meeting-not-joined' },
      ],
    },
    threshold: 3,
    because:
      'A desk asks again when it is refused once; three failures in five minutes leave agents without a context.',
    severity: 'ticket',
  },
  {
    ...ofSkillOrConsole,
    name: 'console-requests-failed-routing-api',
    article: 'console-requests-failed',
    watches: {
      kind: 'log',
      function: 'routing-api',
      lines: [{ event: 'console-request-failed' }, { event: 'table-version-unreadable' }],
    },
    threshold: 3,
    because: 'One is tried again by who asked; three failures in five minutes keep operators from changing routing.',
    severity: 'ticket',
  },
  ...(['console-api', 'routing-api'] as const).map((each): AlarmDefinition => {
    return {
      ...ofSkillOrConsole,
      name: `change-not-recorded-${each}`,
      article: 'change-not-recorded',
      watches: { kind: 'log', function: each, lines: [{ event: 'change-not-recorded' }] },
      threshold: 1,
      because: 'What was done stands, and nobody can say later who did it: each one is a gap in the record of changes.',
      severity: 'ticket',
    };
  }),
];
