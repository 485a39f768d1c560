import { accountNumber, tell } from '../support/story.ts';

describe('a caller who was misunderstood', () => {
  tell(
    'says that it is another account, and the number of the first goes with it',
    { context: { attributes: { accountKind: 'savings' }, accountId: undefined } },
    {
      'en-US': `
        you    ask example bank to call support about my bill on my checking account
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … for your checking account ending in 82. Would you like me to call now?
        you    no, my savings account
        Alexa  … for your savings account. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, for your savings account.
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill on my chequing account
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … for your chequing account ending in 82. Would you like me to call now?
        you    I meant my savings account
        Alexa  … for your savings account. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, for your savings account.
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture sur mon compte chèques
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … pour votre compte-chèques qui se termine par 82. Voulez-vous que j'appelle maintenant?
        you    non, c'est pour mon compte d'épargne
        Alexa  … pour votre compte d'épargne. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant une facture ou des frais, pour votre compte d'épargne.
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de mi cuenta de cheques
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … para su cuenta de cheques que termina en 82. ¿Quiere que llame ahora?
        you    no, mi cuenta de ahorros
        Alexa  … para su cuenta de ahorros. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una factura o un cargo, para su cuenta de ahorros.
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'says what it is really about, before the account and after',
    { context: { reason: expect.objectContaining({ id: 'mortgage' }), accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    no, it is about my lost card
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a lost or stolen card, … Would you like me to call now?
        you    actually it is about my mortgage
        Alexa  … about a mortgage, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a mortgage, for your account ending in 82.
        Echo   calls about “my mortgage”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    I meant my lost card
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a lost or stolen card, … Would you like me to call now?
        you    no, it's about my mortgage
        Alexa  … about a mortgage, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a mortgage, for your account ending in 82.
        Echo   calls about “my mortgage”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    non, c'est pour ma carte perdue
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … concernant une carte perdue ou volée, … Voulez-vous que j'appelle maintenant?
        you    en fait, c'est pour mon hypothèque
        Alexa  … concernant un prêt hypothécaire, pour votre compte qui se termine par 82. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant un prêt hypothécaire, pour votre compte qui se termine par 82.
        Echo   calls about “mon hypothèque”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    no, es por mi tarjeta perdida
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … sobre una tarjeta perdida o robada, … ¿Quiere que llame ahora?
        you    en realidad es por mi hipoteca
        Alexa  … sobre una hipoteca, para su cuenta que termina en 82. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una hipoteca, para su cuenta que termina en 82.
        Echo   calls about “mi hipoteca”
        end
      `,
    },
  );

  tell(
    'gives another account number',
    { context: { accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 1 2 3 4 5 6 7 8
        Alexa  … for your account ending in 78. …
        you    no my account number is 7 7 4 0 0 1 9 3 8 2
        Alexa  … for your account ending in 82. …
        you    yes
        Alexa  …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 1 2 3 4 5 6 7 8
        Alexa  … for your account ending in 78. …
        you    change the account number to 7 7 4 0 0 1 9 3 8 2
        Alexa  … for your account ending in 82. …
        you    yes
        Alexa  …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture compte 1 2 3 4 5 6 7 8
        Alexa  … pour votre compte qui se termine par 78. …
        you    non mon numéro de compte est le 7 7 4 0 0 1 9 3 8 2
        Alexa  … pour votre compte qui se termine par 82. …
        you    oui
        Alexa  …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 1 2 3 4 5 6 7 8
        Alexa  … para su cuenta que termina en 78. …
        you    no mi número de cuenta es 7 7 4 0 0 1 9 3 8 2
        Alexa  … para su cuenta que termina en 82. …
        you    sí
        Alexa  …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
