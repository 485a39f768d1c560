import { accountNumber, tell } from '../support/story.ts';

describe('a caller who says it in one breath', () => {
  tell(
    'is asked for the account alone when the card is lost',
    { context: { reason: expect.objectContaining({ id: 'lost-card' }), accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about a lost card
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a lost or stolen card, for your account ending in 82. Would you like me to call now?
        you    yes please
        Alexa  Calling Example Bank support about a lost or stolen card, …
        Echo   calls about “a lost card”
        end
      `,
      'en-CA': `
        you    alexa, tell example bank I need help with my stolen card
        Alexa  What is your account number? …
        you    my account number is seven seven four zero zero one nine three eight two
        Alexa  … about a lost or stolen card, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a lost or stolen card, …
        Echo   calls about “my stolen card”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour une carte perdue
        Alexa  Quel est votre numéro de compte? …
        you    c'est le sept sept quatre zéro zéro un neuf trois huit deux
        Alexa  … concernant une carte perdue ou volée, pour votre compte qui se termine par 82. Voulez-vous que j'appelle maintenant?
        you    oui s'il vous plaît
        Alexa  J'appelle Banque Exemple concernant une carte perdue ou volée, …
        Echo   calls about “une carte perdue”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por una tarjeta perdida
        Alexa  ¿Cuál es su número de cuenta? …
        you    es el siete siete cuatro cero cero uno nueve tres ocho dos
        Alexa  … sobre una tarjeta perdida o robada, para su cuenta que termina en 82. ¿Quiere que llame ahora?
        you    sí por favor
        Alexa  Llamando a Banco Ejemplo sobre una tarjeta perdida o robada, …
        Echo   calls about “una tarjeta perdida”
        end
      `,
    },
  );

  tell(
    'is asked for nothing when everything was said',
    { context: { reason: expect.objectContaining({ id: 'billing' }), accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … about a bill or a charge, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call about my statement for account seven seven four zero zero one nine three eight two
        Alexa  … about a bill or a charge, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, …
        Echo   calls about “my statement”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte sept sept quatre zéro zéro un neuf trois huit deux
        Alexa  … concernant une facture ou des frais, pour votre compte qui se termine par 82. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant une facture ou des frais, …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo llamar a soporte por mi factura de la cuenta siete siete cuatro cero cero uno nueve tres ocho dos
        Alexa  … sobre una factura o un cargo, para su cuenta que termina en 82. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una factura o un cargo, …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'may name the kind of account with it',
    { context: { attributes: { accountKind: 'savings' }, accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill on my savings account
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a bill or a charge, for your savings account ending in 82. …
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, for your savings account ending in 82.
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    it's about a fee on my savings account
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a bill or a charge, for your savings account ending in 82. …
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, for your savings account ending in 82.
        Echo   calls about “a fee”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler pour des frais sur mon compte d'épargne
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … concernant une facture ou des frais, pour votre compte d'épargne qui se termine par 82. …
        you    oui
        Alexa  J'appelle Banque Exemple concernant une facture ou des frais, pour votre compte d'épargne qui se termine par 82.
        Echo   calls about “des frais”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por una comisión de mi cuenta de ahorros
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … sobre una factura o un cargo, para su cuenta de ahorros que termina en 82. …
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una factura o un cargo, para su cuenta de ahorros que termina en 82.
        Echo   calls about “una comisión”
        end
      `,
    },
  );
});
