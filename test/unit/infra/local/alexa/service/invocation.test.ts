import { readInvocation } from '../../../../../../infra/local/alexa/service/matching/invocation.ts';

describe('how a skill is called up', () => {
  it.each([
    'open corner library',
    'Alexa, open Corner Library',
    'launch corner library',
    'ask corner library',
    'corner library',
    'talk to corner library',
  ])('"%s" launches it', (said) => {
    expect(readInvocation(said, 'corner library')).toEqual({ kind: 'launch' });
  });

  it.each([
    { said: 'ask corner library to reserve an atlas', question: 'reserve an atlas' },
    { said: 'Alexa, tell corner library to renew', question: 'renew' },
    { said: 'ask corner library for an atlas', question: 'an atlas' },
    { said: 'ask corner library about an atlas', question: 'an atlas' },
    { said: 'open corner library and renew my books', question: 'renew my books' },
    { said: 'ask corner library how does the library work', question: 'how does the library work' },
    { said: 'renew my books with corner library', question: 'renew my books' },
  ])('"$said" asks it "$question"', ({ said, question }) => {
    const invocation = readInvocation(said, 'corner library');

    expect(invocation.kind === 'ask' && invocation.questions[0]).toBe(question);
  });

  it('lets the connecting word be part of the question too', () => {
    expect(readInvocation('ask corner library about an atlas', 'corner library')).toEqual({
      kind: 'ask',
      questions: ['an atlas', 'about an atlas'],
    });
  });

  it.each(['reserve an atlas', 'what is the weather', 'open corner libraries', 'ask the corner library to renew'])(
    '"%s" is not for it',
    (said) => {
      expect(readInvocation(said, 'corner library')).toEqual({ kind: 'notForThisSkill' });
    },
  );
});
