import { accountNumber, tell } from '../support/story.ts';

describe('a caller who says no at the end', () => {
  tell(
    'calls nobody, then something else, and calls about that',
    { context: { reason: expect.objectContaining({ id: 'lost-card' }), accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    no
        Alexa  Okay, nobody has been called. … What would you like to change?
        you    it is about my lost card
        Alexa  … about a lost or stolen card, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a lost or stolen card, …
        Echo   calls about “my lost card”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    not now
        Alexa  Okay, nobody has been called. … What would you like to change?
        you    call support about my lost card
        Alexa  … about a lost or stolen card, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a lost or stolen card, …
        Echo   calls about “my lost card”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    non
        Alexa  D'accord, personne n'a été appelé. … Que voulez-vous changer?
        you    c'est pour ma carte perdue
        Alexa  … concernant une carte perdue ou volée, pour votre compte qui se termine par 82. …
        you    oui
        Alexa  J'appelle Banque Exemple concernant une carte perdue ou volée, …
        Echo   calls about “ma carte perdue”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you    no
        Alexa  De acuerdo, no se llamó a nadie. … ¿Qué desea cambiar?
        you    es por mi tarjeta perdida
        Alexa  … sobre una tarjeta perdida o robada, para su cuenta que termina en 82. …
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una tarjeta perdida o robada, …
        Echo   calls about “mi tarjeta perdida”
        end
      `,
    },
  );

  tell(
    'and wants nothing else, leaves nothing behind',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    no
        Alexa  Okay, nobody has been called. …
        you    no
        Alexa  Goodbye.
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    no don't
        Alexa  Okay, nobody has been called. …
        you    that's all
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    pas maintenant
        Alexa  D'accord, personne n'a été appelé. …
        you    c'est tout
        Alexa  Au revoir.
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you    ahora no
        Alexa  De acuerdo, no se llamó a nadie. …
        you    no gracias
        Alexa  Adiós.
        end
      `,
    },
  );

  tell(
    'and is asked for what else, may change the account alone',
    { context: { attributes: { accountKind: 'loan' }, accountId: undefined } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … for your account ending in 82. …
        you    no
        Alexa  Okay, nobody has been called. …
        you    for my loan account
        Alexa  … about a bill or a charge, for your loan. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … for your account ending in 82. …
        you    no
        Alexa  Okay, nobody has been called. …
        you    my line of credit account
        Alexa  … about a bill or a charge, for your loan. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … pour votre compte qui se termine par 82. …
        you    non
        Alexa  D'accord, personne n'a été appelé. …
        you    c'est pour mon prêt
        Alexa  … concernant une facture ou des frais, pour votre prêt. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … para su cuenta que termina en 82. …
        you    no
        Alexa  De acuerdo, no se llamó a nadie. …
        you    es para mi préstamo
        Alexa  … sobre una factura o un cargo, para su préstamo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
