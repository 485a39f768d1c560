import { lookUpAnswerSchema, lookUpQuestionSchema } from '../../../../shared/contracts/look-up.ts';

describe('the contract with an operator’s service', () => {
  it.each([
    { destination: { phone: '+12065550199' } },
    { destination: { branch: 'bellevue' }, timeout: 1 },
    { destination: { contactCenter: 'support' }, timeout: 120 },
    { destination: null },
  ])('has the answer %j', (answer) => {
    expect(lookUpAnswerSchema.parse(answer)).toEqual(answer);
  });

  it.each([
    { destination: { phone: '206-555-0199' } },
    { destination: { branch: '' } },
    { destination: { branch: 'b'.repeat(65) } },
    { destination: { branch: 'bellevue', contactCenter: 'support' } },
    { destination: { lookUp: 'elsewhere' } },
    { destination: null, timeout: 121 },
    { destination: null, because: 'closed' },
    { branch: 'bellevue' },
  ])('has no answer %j', (answer) => {
    expect(lookUpAnswerSchema.safeParse(answer).success).toBe(false);
  });

  it('has a question that can do with nothing but the call itself', () => {
    const question = { lookUp: 'directory', transactionId: 't', ruleId: 'default', ingress: 'phone', attributes: {} };

    expect(lookUpQuestionSchema.parse(question)).toEqual(question);
  });
});
