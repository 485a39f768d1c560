import type { GivenCommand } from './scenario.ts';

function valid(command: GivenCommand['command'], commandId: string): GivenCommand {
  return { command, check: { kind: 'valid', command, commandId } };
}

const transfer = { command: 'transfer', destination: 'branch:bellevue' } as const;
const toMeeting = { command: 'transfer', destination: 'meeting:second-adviser' } as const;
const toNowhere = { command: 'transfer', destination: 'branch:atlantis' } as const;
export const operators: readonly GivenCommand[] = [
  valid(transfer, 'command-1'),
  valid(toMeeting, 'command-2'),
  valid(toNowhere, 'command-3'),
  valid({ command: 'hangUp' }, 'command-4'),
  { command: { command: 'hangUp' }, check: { kind: 'refused', because: 'forged' } },
];
export const advisers: readonly GivenCommand[] = [
  valid({ command: 'mute' }, 'command-5'),
  valid({ command: 'adviserJoined' }, 'command-6'),
  valid({ command: 'unmute' }, 'command-7'),
  valid(transfer, 'command-8'),
  { command: transfer, check: { kind: 'refused', because: 'expired' } },
];

/** Two of them, whom the meeting tells apart. */
export const named: readonly GivenCommand[] = [
  valid({ command: 'adviserJoined', attendeeId: 'one' }, 'command-10'),
  valid({ command: 'adviserJoined', attendeeId: 'two' }, 'command-11'),
  valid({ command: 'adviserLeft', attendeeId: 'one' }, 'command-12'),
];
/** One who goes from one network to another. */
export const fleeting: readonly GivenCommand[] = [
  valid({ command: 'adviserJoined', attendeeId: 'one' }, 'command-14'),
  valid({ command: 'adviserDropped', attendeeId: 'one' }, 'command-15'),
  valid({ command: 'adviserJoined', attendeeId: 'one' }, 'command-16'),
];

/** The same, with the time: news in the wrong order is told from news in the right one. */
export const timed: readonly GivenCommand[] = [
  valid({ command: 'adviserJoined', attendeeId: 'one', happenedAt: '1' }, 'command-14'),
  valid({ command: 'adviserDropped', attendeeId: 'one', happenedAt: '2' }, 'command-15'),
];

/** Each of them has an id of its own: given again, it is the same command come twice. */
export const operatorsAndAdvisers: readonly GivenCommand[] = [...operators, ...advisers];
