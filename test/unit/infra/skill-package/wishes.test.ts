import { readWishes } from '../../../../infra/skill-package/wishes.ts';

const complete = {
  'privacy-url': 'https://bank.example/privacy',
  'terms-url': 'https://bank.example/terms',
  'function-arn': 'arn:aws:lambda:us-east-1:111122223333:function:bridge-skill:live',
  out: 'package',
};

function lineOf(changes: Readonly<Record<string, string | undefined>> = {}): string[] {
  return Object.entries({ ...complete, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}

describe("the skill package's command line", () => {
  it('needs two pages and a folder, and takes the function', () => {
    expect(readWishes(lineOf())).toEqual({
      kind: 'read',
      wishes: {
        privacyUrl: complete['privacy-url'],
        termsUrl: complete['terms-url'],
        functionArn: complete['function-arn'],
        out: 'package',
      },
    });
  });

  it('tells everything that is missing at once', () => {
    const reading = readWishes([]);

    expect(reading).toEqual({
      kind: 'wrong',
      problems: ['--privacy-url', '--terms-url', '--out'].map((option) =>
        expect.stringMatching(`^${option} is missing: `),
      ),
    });
  });

  it.each([
    {
      case: 'a page without encryption',
      changes: { 'privacy-url': 'http://bank.example/p' },
      problem: /must be https/,
    },
    { case: 'a page that is no URL', changes: { 'terms-url': 'terms.html' }, problem: /^--terms-url is not a URL/ },
    { case: 'a page with a password', changes: { 'terms-url': 'https://a:b@bank.example' }, problem: /no password/ },
    { case: 'a page on a host of one word', changes: { 'terms-url': 'https://localhost/t' }, problem: /everybody/ },
    {
      case: 'a function in a Region that Alexa does not invoke',
      changes: { 'function-arn': 'arn:aws:lambda:eu-central-1:111122223333:function:skill' },
      problem: /^--function-arn is not the ARN .*us-east-1/,
    },
    { case: 'a function name alone', changes: { 'function-arn': 'skill' }, problem: /^--function-arn/ },
    { case: 'a business that could be markup', changes: { business: '<b>Bank</b>' }, problem: /^--business must/ },
    { case: 'a business of one word', changes: { business: 'Harbour' }, problem: /^--business makes .*two words/ },
    {
      case: 'an invocation name with a launch word',
      changes: { business: 'Harbour', 'invocation-name': 'ask harbour' },
      problem: /^--invocation-name has the word "ask"/,
    },
    {
      case: 'an invocation name for nobody',
      changes: { 'invocation-name': 'a bank' },
      problem: /goes with --business/,
    },
    { case: 'an unknown option', changes: { privacy: 'https://bank.example' }, problem: /--privacy/ },
    { case: 'half an account linking', changes: { 'linking-client-id': 'alexa' }, problem: /all three/ },
    {
      case: 'account linking without encryption',
      changes: {
        'linking-authorization-url': 'http://id.bank.example/authorize',
        'linking-token-url': 'https://id.bank.example/token',
        'linking-client-id': 'alexa',
      },
      problem: /^--linking-authorization-url must be https/,
    },
  ])('refuses $case', ({ changes, problem }) => {
    expect(readWishes(lineOf(changes))).toEqual({ kind: 'wrong', problems: [expect.stringMatching(problem)] });
  });

  it.each([
    { business: 'First Harbour', invocationName: 'first harbour' },
    { business: "Miller's Bank & Trust".replace(' & ', ' and '), invocationName: "miller's bank and trust" },
    { business: 'Crédit Boréal', invocationName: 'crédit boréal' },
  ])('says $business as "$invocationName"', ({ business, invocationName }) => {
    expect(readWishes(lineOf({ business }))).toMatchObject({
      wishes: { business: { name: business, invocationName } },
    });
  });

  it('takes an invocation name that is not the name', () => {
    const reading = readWishes(lineOf({ business: '1st Harbour', 'invocation-name': 'first harbour bank' }));

    expect(reading).toMatchObject({
      wishes: { business: { name: '1st Harbour', invocationName: 'first harbour bank' } },
    });
  });
});
