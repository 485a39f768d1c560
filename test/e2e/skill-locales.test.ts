import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

let bank: CloudFixture | undefined;
afterEach(async () => {
  await bank?.hangUp();
  await bank?.close();
  bank = undefined;
}, 30_000);

/** What the functions had said on the telephone, and in which language. */
function saidOnThePhone(of: CloudFixture): { text: string; language: string }[] {
  const answers = of.invocations.map(({ response }) => response as Answered | undefined);
  return answers
    .flatMap((answer) => answer?.Actions ?? [])
    .filter(({ Type: type }) => type === 'Speak')
    .map(({ Parameters: { Text: text = '', LanguageCode: language = '' } = {} }) => ({ text, language }));
}

interface Answered {
  readonly Actions?: readonly {
    readonly Type: string;
    readonly Parameters?: { readonly Text?: string; readonly LanguageCode?: string };
  }[];
}

const languages = [
  {
    locale: 'en-CA',
    told: ['ask example bank to call support about my lost card', 'one two three four five six seven eight', 'yes'],
    asked: [/account number\?/, /a lost or stolen card.*Would you like me to call now\?$/, /^Calling Example Bank/],
    reason: 'my lost card',
    words: { text: /^One moment/, language: 'en-US' },
  },
  {
    locale: 'fr-CA',
    told: [
      "demande à banque exemple d'appeler le soutien pour ma carte perdue",
      'un deux trois quatre cinq six sept huit',
      'oui',
    ],
    asked: [/numéro de compte\?/, /une carte perdue ou volée.*Voulez-vous que j'appelle maintenant\?$/, /^J'appelle/],
    reason: 'ma carte perdue',
    words: { text: /^Un instant/, language: 'fr-CA' },
  },
  {
    locale: 'es-US',
    told: [
      'pídele a banco ejemplo llamar a soporte por mi tarjeta perdida',
      'uno dos tres cuatro cinco seis siete ocho',
      'sí',
    ],
    asked: [/número de cuenta\?/, /una tarjeta perdida o robada.*¿Quiere que llame ahora\?$/, /^Llamando a/],
    reason: 'mi tarjeta perdida',
    words: { text: /^Un momento/, language: 'es-US' },
  },
];

describe('a caller is spoken to in their own language, by Alexa and on the telephone,', () => {
  it.each(languages)(
    'in $locale',
    async ({ locale, told, asked, reason, words }) => {
      bank = await anExampleBank((tenant) => ({ ...tenant, skill: { ...tenant.skill, locale } }));
      const { order, speech } = await bank.ask(...told);

      const talk = await bank.talk(order);

      expect(speech).toEqual(asked.map((pattern) => expect.stringMatching(pattern)));
      expect(saidOnThePhone(bank)).toEqual([{ text: expect.stringMatching(words.text), language: words.language }]);
      expect(talk).toMatchObject({
        destination: { kind: 'contactCenter', id: 'support' },
        contextSeen: { callerName: 'Maria Lopez', accountId: '12345678', reason },
        heard: [true, true],
      });
    },
    30_000,
  );
});
