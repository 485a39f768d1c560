import { accountNumber, tell } from '../support/story.ts';

describe('a caller who is asked for the account number', () => {
  tell(
    'does not know it, and calls without',
    { context: { accountId: undefined, attributes: {} } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    I don't know my account number
        Alexa  I am going to call Example Bank support about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge.
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    skip that
        Alexa  I am going to call Example Bank support about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge.
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    je ne sais pas
        Alexa  Je vais appeler Banque Exemple concernant une facture ou des frais. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant une facture ou des frais.
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    no lo tengo
        Alexa  Voy a llamar a Banco Ejemplo sobre una factura o un cargo. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una factura o un cargo.
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'tells too few digits, then all of them',
    { context: { accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    one two
        Alexa  That doesn't sound like an account number. …
        you    seven seven four double zero one nine three eight two
        Alexa  … for your account ending in 82. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    it's 123
        Alexa  That doesn't sound like an account number. …
        you    7740019382
        Alexa  … for your account ending in 82. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    quatre-vingt-dix-neuf
        Alexa  Cela ne ressemble pas à un numéro de compte. …
        you    soixante-dix-sept quarante zéro dix-neuf trente-huit deux
        Alexa  … pour votre compte qui se termine par 82. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    veintidós
        Alexa  Eso no parece un número de cuenta. …
        you    el número es setenta y siete cuarenta cero diecinueve treinta y ocho dos
        Alexa  … para su cuenta que termina en 82. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'tells too few digits twice, and calls without',
    { context: { accountId: undefined } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    one two
        Alexa  That doesn't sound like an account number. …
        you    one two three
        Alexa  I am going to call Example Bank support about a bill or a charge. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    twelve
        Alexa  That doesn't sound like an account number. …
        you    twelve
        Alexa  I am going to call Example Bank support about a bill or a charge. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    un deux
        Alexa  Cela ne ressemble pas à un numéro de compte. …
        you    un deux trois
        Alexa  Je vais appeler Banque Exemple concernant une facture ou des frais. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    uno dos
        Alexa  Eso no parece un número de cuenta. …
        you    uno dos tres
        Alexa  Voy a llamar a Banco Ejemplo sobre una factura o un cargo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
