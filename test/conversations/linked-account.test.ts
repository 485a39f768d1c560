import { accountClaim, accountNumber, linkedToken, scopes, tell, type Bank } from '../support/story.ts';

const linked = {
  accessToken: linkedToken,
  claims: { sub: 'wq', name: 'Wilhelmína Quackenbush', phone_number: '+12065550147', [accountClaim]: accountNumber },
};
/** All that Alexa could tell of her is not allowed. */
const linkedAlone = { linked, grantedPermissions: [scopes.calling] };
const expires = { 'the link has expired': (bank: Bank) => bank.alexa.faults.next('userInfo', 401) };

describe('a caller who has linked an account', () => {
  tell(
    'is asked for nothing that the bank knows',
    {
      household: linkedAlone,
      context: { callerName: 'Wilhelmína Quackenbush', phoneNumber: '+12065550147', accountId: accountNumber },
    },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  … about a bill or a charge, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, for your account ending in 82.
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call me back about my bill
        Alexa  I am going to call your phone, the number ending in 47, … for your account ending in 82. Would you like that?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  … concernant une facture ou des frais, pour votre compte qui se termine par 82. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  … sobre una factura o un cargo, para su cuenta que termina en 82. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'may call about another one',
    { household: { linked }, context: { accountId: '12345678' } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  … for your account ending in 82. …
        you    no, my account number is 1 2 3 4 5 6 7 8
        Alexa  … for your account ending in 78. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 1 2 3 4 5 6 7 8
        Alexa  … for your account ending in 78. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  … pour votre compte qui se termine par 82. …
        you    non, mon numéro de compte est le 1 2 3 4 5 6 7 8
        Alexa  … pour votre compte qui se termine par 78. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  … para su cuenta que termina en 82. …
        you    no, mi número de cuenta es 1 2 3 4 5 6 7 8
        Alexa  … para su cuenta que termina en 78. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'that can be read no longer, is called by what Alexa knows',
    { household: { linked }, but: expires, context: { phoneNumber: '+12065550147', accountId: undefined } },
    {
      'en-US': `
        but    the link has expired
        you    ask example bank to call support about my bill
        Alexa  … about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge.
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        but    the link has expired
        you    ask example bank to call support about my bill
        Alexa  … about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge.
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        but    the link has expired
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  … concernant une facture ou des frais. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        but    the link has expired
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  … sobre una factura o un cargo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
