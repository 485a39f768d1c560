import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { french } from '../../../../../../../infra/local/alexa/service/language/french.ts';
import { spanish } from '../../../../../../../infra/local/alexa/service/language/spanish.ts';
import { callsByName, readInvocation } from '../../../../../../../infra/local/alexa/service/matching/invocation.ts';

describe('how a skill is called up in English', () => {
  it.each([
    'open corner library',
    'Alexa, open Corner Library',
    'launch corner library',
    'ask corner library',
    'corner library',
    'talk to corner library',
  ])('"%s" launches it', (said) => {
    expect(readInvocation(said, 'corner library', english)).toEqual({ kind: 'launch' });
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
    const invocation = readInvocation(said, 'corner library', english);

    expect(invocation.kind === 'ask' && invocation.questions[0]).toBe(question);
  });

  it('lets the connecting word be part of the question too', () => {
    expect(readInvocation('ask corner library about an atlas', 'corner library', english)).toEqual({
      kind: 'ask',
      questions: ['an atlas', 'about an atlas'],
    });
  });

  it.each(['reserve an atlas', 'what is the weather', 'open corner libraries', 'ask the corner library to renew'])(
    '"%s" is not for it',
    (said) => {
      expect(readInvocation(said, 'corner library', english)).toEqual({ kind: 'notForThisSkill' });
    },
  );
});

describe('how a skill is called up in French', () => {
  it.each([
    'Alexa, ouvre banque exemple',
    'ouvrez banque exemple',
    'lance Banque Exemple',
    'parle à banque exemple',
    'demande a banque exemple',
    'banque exemple',
  ])('"%s" launches it', (said) => {
    expect(readInvocation(said, 'banque exemple', french)).toEqual({ kind: 'launch' });
  });

  it.each([
    { said: "Alexa, demande à banque exemple d'appeler le soutien", question: 'appeler le soutien' },
    { said: 'demande a banque exemple d’appeler le soutien', question: 'appeler le soutien' },
    { said: 'demandez à banque exemple de me rappeler', question: 'me rappeler' },
    { said: "dis à banque exemple qu'on me rappelle", question: 'on me rappelle' },
    { said: 'ouvre banque exemple et appelle le soutien', question: 'appelle le soutien' },
    { said: "demande à banque exemple l'agence la plus proche", question: "l'agence la plus proche" },
    { said: 'appelle le soutien avec banque exemple', question: 'appelle le soutien' },
  ])('"$said" asks it "$question"', ({ said, question }) => {
    const invocation = readInvocation(said, 'banque exemple', french);

    expect(invocation.kind === 'ask' && invocation.questions[0]).toBe(question);
  });

  it.each(['appelle le soutien', 'open banque exemple', 'ouvre banque exemples', 'quelle heure est-il'])(
    '"%s" is not for it',
    (said) => {
      expect(readInvocation(said, 'banque exemple', french)).toEqual({ kind: 'notForThisSkill' });
    },
  );
});

describe('how a skill is called up in Spanish', () => {
  it.each(['Alexa, abre banco ejemplo', 'inicia Banco Ejemplo', 'habla con banco ejemplo', 'pidele a banco ejemplo'])(
    '"%s" launches it',
    (said) => {
      expect(readInvocation(said, 'banco ejemplo', spanish)).toEqual({ kind: 'launch' });
    },
  );

  it.each([
    { said: 'Alexa, pídele a banco ejemplo que llame al soporte', question: 'llame al soporte' },
    { said: 'pidele a banco ejemplo que llame al soporte', question: 'llame al soporte' },
    { said: 'pregúntale a banco ejemplo por mi tarjeta', question: 'mi tarjeta' },
    { said: 'abre banco ejemplo y llama al soporte', question: 'llama al soporte' },
    { said: 'dile a banco ejemplo ¡llama al soporte!', question: 'llama al soporte' },
    { said: 'llama al soporte con banco ejemplo', question: 'llama al soporte' },
  ])('"$said" asks it "$question"', ({ said, question }) => {
    const invocation = readInvocation(said, 'banco ejemplo', spanish);

    expect(invocation.kind === 'ask' && invocation.questions[0]).toBe(question);
  });

  it.each(['llama al soporte', 'open banco ejemplo', 'abre banco ejemplos', '¿qué hora es?'])(
    '"%s" is not for it',
    (said) => {
      expect(readInvocation(said, 'banco ejemplo', spanish)).toEqual({ kind: 'notForThisSkill' });
    },
  );
});

describe('calling Alexa by her name', () => {
  it.each([
    { said: 'Alexa, open corner library', called: true },
    { said: 'alexa help', called: true },
    { said: 'Alexa', called: false },
    { said: 'open alexa', called: false },
    { said: 'alexandra calls', called: false },
  ])('"$said" does so: $called', ({ said, called }) => {
    expect(callsByName(said, english)).toBe(called);
  });
});
