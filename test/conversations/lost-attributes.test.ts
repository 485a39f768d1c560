import { tell } from '../support/story.ts';

describe('a caller whose conversation Alexa has forgotten', () => {
  tell(
    'is asked again, and never called about nothing',
    {
      but: { 'Alexa forgets': (bank) => bank.loseAttributes() },
      // What was written before is not known any more: it stays for its hour.
      abandoned: 1,
    },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa forgets
        you    yes
        Alexa  What is your call about? …
        you    about my lost card
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a lost or stolen card. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my lost card”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa forgets
        you    no, my savings account
        Alexa  What is your call about? …
        you    about my lost card
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a lost or stolen card, for your savings account. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my lost card”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    Alexa forgets
        you    oui
        Alexa  Quelle est la raison de votre appel? …
        you    pour ma carte perdue
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant une carte perdue ou volée. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma carte perdue”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    Alexa forgets
        you    sí
        Alexa  ¿Cuál es el motivo de su llamada? …
        you    por mi tarjeta perdida
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre una tarjeta perdida o robada. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi tarjeta perdida”
        end
      `,
    },
  );
});
