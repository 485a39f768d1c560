import { disposalsFor } from '../../../../../console/web/simulator/place/behaviours.ts';
import { destinationName, destinationsOf } from '../../../../../console/web/simulator/destinations.ts';
import { lookUpAnswer } from '../../../../../console/web/simulator/look-up-answers.ts';

describe('who can be set to something', () => {
  const simulation = {
    plan: [
      { destination: 'message:hello', text: '' },
      { destination: 'lookUp:directory', text: '' },
      { destination: 'branch:tacoma', text: '' },
    ],
    timeline: [
      {
        kind: 'attempt' as const,
        from: 0,
        to: 1,
        number: 1,
        destination: 'lookUp:directory',
        outcome: 'answered' as const,
        named: 'contactCenter:support',
        text: '',
      },
    ],
  };

  it('is everybody of the plan, whom services name, and who was set before', () => {
    const found = destinationsOf(simulation, { 'branch:tacoma': 'notAnswered', 'branch:spokane': 'unreachable' });

    expect(found).toEqual([
      { destination: 'lookUp:directory', outcome: 'answered', isOfPlan: true },
      { destination: 'branch:tacoma', outcome: 'notAnswered', isOfPlan: true },
      { destination: 'contactCenter:support', outcome: 'answered', isOfPlan: true },
      { destination: 'branch:spokane', outcome: 'unreachable', isOfPlan: false },
    ]);
    expect(destinationName('contactCenter:support')).toBe('contact centre support');
  });

  it.each([
    ['nobody', { destination: null }],
    ['branch:tacoma', { destination: { branch: 'tacoma' } }],
    ['contactCenter:support', { destination: { contactCenter: 'support' } }],
    ['+1 206 555 0123', { destination: { phone: '+12065550123' } }],
    ['12', undefined],
  ])('may be named by a service: %s', (chosen, answer) => {
    expect(lookUpAnswer(chosen)).toEqual(answer);
  });

  it('is set in the local cloud before a call is placed, where it is not so already', () => {
    const behaviours = ['answer', 'busy', 'ringOut'] as const;
    const state = {
      destinations: [
        { destination: 'branch:tacoma', behaviours: [...behaviours], behaviour: 'answer' as const },
        { destination: 'branch:bellevue', behaviours: [...behaviours], behaviour: 'answer' as const },
        { destination: 'meeting:adviser', behaviours: ['answer' as const], behaviour: 'answer' as const },
      ],
      phones: [],
      dial: 'sip:x@127.0.0.1',
    };

    const disposals = disposalsFor(
      {
        'branch:tacoma': 'notAnswered',
        'branch:bellevue': 'answered',
        'meeting:adviser': 'notAnswered',
        'phone:mobile': 'unreachable',
      },
      state,
    );

    expect(disposals).toEqual({
      set: [{ destination: 'branch:tacoma', behaviour: 'ringOut' }],
      not: ['meeting:adviser cannot do that here', 'phone:mobile cannot be set here'],
    });
  });
});
