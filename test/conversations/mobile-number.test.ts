import { scopes, tell, type Bank } from '../support/story.ts';

const withoutNumber = { grantedPermissions: [scopes.name, scopes.address, scopes.calling] };

describe('a caller whose mobile number is not allowed', () => {
  tell(
    'allows it when Alexa asks, and calls',
    { household: withoutNumber, context: { phoneNumber: '+12065550147', callerName: 'Wilhelmína Quackenbush' } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … your mobile number…
        asks   number, name
        you    yes
        Alexa  …about a bill or a charge, for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge, …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    skip that
        Alexa  … your mobile number…
        asks   number, name
        you    I approve
        Alexa  …about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a bill or a charge.
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … votre numéro …
        asks   number, name
        you    oui
        Alexa  …concernant une facture ou des frais. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant une facture ou des frais.
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … su número de celular…
        asks   number, name
        you    lo apruebo
        Alexa  …sobre una factura o un cargo. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una factura o un cargo.
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'refuses it, and gets a card and a number to dial',
    { household: withoutNumber },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … your mobile number…
        asks   number, name
        you    no
        Alexa  …To call Example Bank for you I need your mobile number, … I have sent a card to your Alexa app: …
        Alexa  To reach Example Bank by phone, dial ….
        card   asks for number, name
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … your mobile number…
        asks   number, name
        you
        Alexa  …To call Example Bank for you I need your mobile number, … I have sent a card to your Alexa app: …
        Alexa  To reach Example Bank by phone, dial ….
        card   asks for number, name
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … votre numéro …
        asks   number, name
        you    non
        Alexa  …Pour appeler Banque Exemple à votre place, j'ai besoin de votre numéro de cellulaire, … J'ai envoyé une carte …
        Alexa  Pour joindre Banque Exemple par téléphone, composez le ….
        card   asks for number, name
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … su número de celular…
        asks   number, name
        you    no
        Alexa  …Para llamar a Banco Ejemplo por usted necesito su número de celular, … Le envié una tarjeta …
        Alexa  Para comunicarse con Banco Ejemplo por teléfono, marque el ….
        card   asks for number, name
        end
      `,
    },
  );

  tell(
    'is not asked where the household gives no consent by voice',
    {
      household: withoutNumber,
      but: { 'Alexa may not ask': ({ alexa }: Bank) => (alexa.household.voiceConsent = false) },
    },
    {
      'en-US': `
        but    Alexa may not ask
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  To call Example Bank for you I need your mobile number, … dial ….
        card   asks for number, name
        end
      `,
      'en-CA': `
        but    Alexa may not ask
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  To call Example Bank for you I need your mobile number, … dial ….
        card   asks for number, name
        end
      `,
      'fr-CA': `
        but    Alexa may not ask
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  Pour appeler Banque Exemple à votre place, … composez le ….
        card   asks for number, name
        end
      `,
      'es-US': `
        but    Alexa may not ask
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  Para llamar a Banco Ejemplo por usted … marque el ….
        card   asks for number, name
        end
      `,
    },
  );
});

describe('a caller who has allowed nothing, and wants the nearest branch', () => {
  tell(
    'is asked for one thing after the other',
    {
      household: { grantedPermissions: [scopes.calling] },
      context: { phoneNumber: '+12065550147', location: expect.objectContaining({ source: 'deviceAddress' }) },
    },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  … your mobile number…
        asks   number, name
        you    yes
        Alexa  … the country and postal code of your device…
        asks   postal code
        you    yes
        Alexa  …about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to find a branch near me
        Alexa  What is your account number? …
        you    skip
        Alexa  … your mobile number…
        asks   number, name
        you    yes
        Alexa  … the country and postal code of your device…
        asks   postal code
        you    yes
        Alexa  …about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “a branch near me”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver ma succursale
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … votre numéro …
        asks   number, name
        you    oui
        Alexa  … code postal …
        asks   postal code
        you    oui
        Alexa  …concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que busque mi sucursal
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … su número de celular…
        asks   number, name
        you    sí
        Alexa  … código postal …
        asks   postal code
        you    sí
        Alexa  …sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi sucursal”
        end
      `,
    },
  );
});

describe('a caller whose profile has no number', () => {
  tell(
    'hears how to add one, and which number to dial',
    { household: { customer: { name: 'Wilhelmína Quackenbush' } } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … your Alexa profile has none that I can use. … dial ….
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … your Alexa profile has none that I can use. … dial ….
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … votre profil Alexa n'en a pas que je puisse utiliser. … composez le ….
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … en su perfil de Alexa no hay uno que yo pueda usar. … marque el ….
        end
      `,
    },
  );
});
