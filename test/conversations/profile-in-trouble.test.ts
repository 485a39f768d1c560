import { tell, type Bank } from '../support/story.ts';

/** The name and the number are asked for at once. */
const questions = 2;

describe('a caller whose profile cannot be read', () => {
  for (const [trouble, fault] of [
    ['answers 401', 401],
    ['answers 429', 429],
    ['answers 500', 500],
    ['does not answer', 'hang'],
  ] as const) {
    /** Whoever waits is told so. */
    const meanwhile = (words: string): string => (fault === 'hang' ? `while  ${words}\n          ` : '');

    tell(
      `because it ${trouble}, hears so in time, and which number to dial`,
      { but: { 'the profile is in trouble': (bank: Bank) => bank.alexa.faults.next('profile', fault, questions) } },
      {
        'en-US': `
          you    ask example bank to call support about my bill
          Alexa  What is your account number? …
          but    the profile is in trouble
          you    7 7 4 0 0 1 9 3 8 2
          ${meanwhile('One moment, please.')}Alexa  I can't reach your Alexa profile at the moment, … dial ….
          end
        `,
        'en-CA': `
          but    the profile is in trouble
          you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
          ${meanwhile('One moment, please.')}Alexa  I can't reach your Alexa profile at the moment, … dial ….
          end
          you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
          Alexa  … Would you like me to call now?
          you    yes
          Alexa  Calling …
          Echo   calls about “my bill”
          end
        `,
        'fr-CA': `
          you    demande à banque exemple d'appeler le soutien pour ma facture
          Alexa  Quel est votre numéro de compte? …
          but    the profile is in trouble
          you    7 7 4 0 0 1 9 3 8 2
          ${meanwhile("Un instant, s'il vous plaît.")}Alexa  Je n'arrive pas à consulter votre profil Alexa pour le moment, … composez le ….
          end
        `,
        'es-US': `
          you    pídele a banco ejemplo que llame a soporte por mi factura
          Alexa  ¿Cuál es su número de cuenta? …
          but    the profile is in trouble
          you    7 7 4 0 0 1 9 3 8 2
          ${meanwhile('Un momento, por favor.')}Alexa  En este momento no puedo consultar su perfil de Alexa, … marque el ….
          end
        `,
      },
    );
  }
});
