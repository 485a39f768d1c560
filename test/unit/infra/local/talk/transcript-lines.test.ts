import type { Happening } from '../../../../../infra/local/talk/happening.ts';
import { transcriptLines } from '../../../../../infra/local/talk/transcript-lines.ts';

const read: readonly { readonly case: string; readonly happening: Happening; readonly lines: readonly string[] }[] = [
  { case: 'what was typed', happening: { type: 'you', words: 'my bill' }, lines: ['you> my bill'] },
  { case: 'silence', happening: { type: 'you', words: '' }, lines: ['you>'] },
  {
    case: 'an Alexa who listens',
    happening: { type: 'alexa', speech: 'What is it about?', listening: true },
    lines: ['Alexa: What is it about?'],
  },
  {
    case: 'an Alexa who is done',
    happening: { type: 'alexa', speech: '', listening: false },
    lines: ['Alexa: (says nothing)', '  (She listens no longer.)'],
  },
  {
    case: 'a card of many lines on one',
    happening: { type: 'card', kind: 'Simple', title: 'Calling', text: 'About:\n  your bill' },
    lines: ['  Card     Calling – About: your bill'],
  },
  {
    case: 'a card without words by its kind',
    happening: { type: 'card', kind: 'LinkAccount' },
    lines: ['  Card     LinkAccount'],
  },
  {
    case: 'what is asked for',
    happening: { type: 'consent', scopes: ['alexa::profile:mobile_number:read'] },
    lines: ['  Consent  alexa::profile:mobile_number:read'],
  },
  {
    case: 'the rule and what it passed over',
    happening: { type: 'routed', rule: 'branch-visits', tableVersion: 3, passedOver: 'ballard:closed/fremont:far' },
    lines: ['  Table    version 3, rule branch-visits; passed over: ballard, closed; fremont, far'],
  },
  {
    case: 'a screen that hides most of the account',
    happening: {
      type: 'answered',
      kind: 'contactCenter',
      id: 'support',
      number: '+12065550150',
      screen: { callerName: 'Maria Lopez', accountId: '12345678', reason: 'my bill' },
    },
    lines: [
      '  Desk     screen: Maria Lopez · account ••••••78 · “my bill”',
      '  Desk     support answers at +12065550150',
    ],
  },
  {
    case: 'a branch, which sees nothing',
    happening: { type: 'answered', kind: 'branch', id: 'tacoma', number: '+12535550143' },
    lines: ['  Branch   tacoma answers at +12535550143'],
  },
  {
    case: 'silence on the line',
    happening: { type: 'heard', youHearThem: false, theyHearYou: true },
    lines: ['  Audio    you hear nothing, they hear you'],
  },
  {
    case: 'a question that takes keys',
    happening: { type: 'bankSays', words: 'Press 1.', asks: true },
    lines: ['  Call     “Press 1.” (keys are waited for)'],
  },
  {
    case: 'a call that nobody took',
    happening: { type: 'callOver', endedBy: 'nobody', because: '486 Busy Here', legsLeft: 0 },
    lines: ['  End      nobody was reached (486 Busy Here); no leg is left'],
  },
  {
    case: 'legs that were forgotten, loudly',
    happening: { type: 'callOver', endedBy: 'you', legsLeft: 2 },
    lines: ['  End      you hung up; LEGS LEFT: 2'],
  },
];

describe('a transcript', () => {
  it.each(read)('tells $case', ({ happening, lines }) => {
    expect(transcriptLines(happening)).toEqual(lines);
  });
});
