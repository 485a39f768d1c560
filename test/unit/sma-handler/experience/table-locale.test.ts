import { decide } from '../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../shared/domain/routing/indexed-table.ts';
import type { AttemptRule } from '../../../../shared/domain/routing/table.ts';
import type { SmaAction } from '../../../../shared/contracts/sma-response.ts';
import { say } from '../../../../shared/domain/call-speech/words.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { contextCreatedAt } from '../../../support/call-context-builder.ts';
import { routingTableOf, type TableChanges } from '../../../support/routing-table-builder.ts';
import { spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction, type SmaFunctionFake } from '../../../support/sma-call.ts';

const announced: AttemptRule = { kind: 'message', id: 'wait', words: { default: 'Nous cherchons quelqu’un.' } };
const desk: AttemptRule = { kind: 'contactCenter', id: 'support', timeoutSeconds: 30 };

/** A bank that speaks French, and asks what calls are about. */
const table = {
  locale: 'fr-CA',
  reasons: [{ id: 'billing', name: { default: 'une facture' }, synonyms: {} }],
  menu: { greeting: { default: 'Bienvenue.' }, reasons: ['billing'] },
  rules: [
    {
      id: 'bills',
      when: [
        { kind: 'reason', anyOf: ['billing'] },
        { kind: 'locale', anyOf: ['fr'] },
      ],
      attempts: [announced, desk],
    },
  ],
} as const satisfies TableChanges;

interface Heard {
  readonly text: string;
  readonly languageCode: string | undefined;
  readonly voiceId: string | undefined;
}

/** All that is said, questions too, and by whom. */
function heardIn(actions: readonly SmaAction[]): Heard[] {
  return actions.flatMap((action): Heard[] => {
    const spoken =
      action.Type === 'Speak'
        ? [action.Parameters]
        : action.Type === 'SpeakAndGetDigits'
          ? [action.Parameters.SpeechParameters, action.Parameters.FailureSpeechParameters]
          : [];
    return spoken.map(({ Text: text, LanguageCode: languageCode, VoiceId: voiceId }) => ({
      text,
      languageCode,
      voiceId,
    }));
  });
}

function french(...texts: readonly string[]): Heard[] {
  return texts.map((text) => ({ text, languageCode: 'fr-CA', voiceId: 'Gabrielle' }));
}

/** From the first word to the hangup: everything that a caller hears who chooses, and whom nobody answers. */
async function heardByStranger(sma: SmaFunctionFake): Promise<Heard[]> {
  const call = new CallUnderWay(sma);
  const heard = [...heardIn(await call.begins())];
  heard.push(...heardIn(await call.presses('1')));
  const sorry = await call.fails('CallNotAnswered', 'CallAndBridge');
  expect(typesOf(sorry)).toEqual(['Speak', 'Hangup']);
  return [...heard, ...heardIn(sorry)];
}

describe('somebody who just dials a bank that speaks French', () => {
  it('hears menu, announcement and apology in French, in a French voice', async () => {
    const sma = await smaFunction(table);

    const heard = await heardByStranger(sma);

    expect(heard).toEqual(
      french(
        'Bienvenue.',
        'Quelle est la raison de votre appel? Pour une facture, faites le 1.',
        say('notUnderstood', 'fr-CA').text,
        announced.words.default,
        say('nobodyAnswered', 'fr-CA').text,
      ),
    );
  });

  it('is sent where a decision by the table sends them', async () => {
    const sma = await smaFunction(table);
    const call = new CallUnderWay(sma);
    await call.begins();

    const ringing = await call.presses('1');

    const caller = { entry: 'phone', reasonId: 'billing', attributes: {} } as const;
    const { plan } = decide(indexTable(routingTableOf(table)), caller, contextCreatedAt, 'any');
    expect(plan).toMatchObject({ ruleId: 'bills', attempts: [{ words: spokenIn(ringing)[0], locale: 'fr-CA' }, desk] });
    expect(uriOf(ringing)).toBe('+12065550150');
  });

  it('hears French where the table’s words are beside English ones too', async () => {
    const greeting = { default: 'Bienvenue.', en: 'Welcome.' };
    const sma = await smaFunction({ ...table, menu: { ...table.menu, greeting } });

    expect((await heardByStranger(sma))[0]).toEqual(french('Bienvenue.')[0]);
  });

  it('hears American English where the table does not say that it is French', async () => {
    const sma = await smaFunction({ rules: [], defaultAttempts: [announced, desk] });

    const heard = heardIn(await new CallUnderWay(sma).begins());

    expect(heard).toEqual([{ text: announced.words.default, languageCode: 'en-US', voiceId: 'Joanna' }]);
  });
});

describe('a caller who is known to speak English, and calls a bank that speaks French', () => {
  it('hears our words in English, and the bank’s own in French', async () => {
    const sma = await smaFunction({ ...table, rules: [], defaultAttempts: [announced, desk] });
    const { id } = await sma.storedContext({ locale: 'en-US' });
    const call = new CallUnderWay(sma);

    const heard = heardIn(await call.begins(skillCallHeaders(id)));
    heard.push(...heardIn(await call.fails('CallNotAnswered', 'CallAndBridge')));

    expect(heard).toEqual([
      ...french(announced.words.default),
      { text: say('nobodyAnswered', 'en-US').text, languageCode: 'en-US', voiceId: 'Joanna' },
    ]);
  });
});
