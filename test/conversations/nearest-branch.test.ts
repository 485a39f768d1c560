import { scopes, tell } from '../support/story.ts';

const withoutAddress = { grantedPermissions: [scopes.name, scopes.number, scopes.calling] };

describe('a caller who wants the nearest branch', () => {
  tell(
    'is not asked where they are when the device’s address is allowed',
    { context: { location: expect.objectContaining({ source: 'deviceAddress' }) } },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling Example Bank support about a visit to a branch.
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to find a branch near me
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling Example Bank support about a visit to a branch.
        Echo   calls about “a branch near me”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver la succursale la plus proche
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle Banque Exemple concernant une visite en succursale.
        Echo   calls about “la succursale la plus proche”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que me comunique con la sucursal más cercana
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una visita a una sucursal.
        Echo   calls about “la sucursal más cercana”
        end
      `,
    },
  );

  tell(
    'allows the address when Alexa asks for it',
    { household: withoutAddress, context: { location: expect.objectContaining({ source: 'deviceAddress' }) } },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    yes
        Alexa  …about a visit to a branch. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    I approve
        Alexa  …about a visit to a branch. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver ma succursale
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  …
        asks   postal code
        you    oui
        Alexa  …concernant une visite en succursale. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo buscar mi sucursal
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  …
        asks   postal code
        you    sí
        Alexa  …sobre una visita a una sucursal. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi sucursal”
        end
      `,
    },
  );

  tell(
    'keeps the address, and tells the ZIP or postal code instead',
    { household: withoutAddress, context: { location: expect.objectContaining({ source: 'postalCode' }) } },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    no
        Alexa  …To find the branch nearest to you, I need to know where you are. What is your ZIP code?
        you    nine eight one zero nine
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    no
        Alexa  … What is your postal code?
        you    H2X 1Y4
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver ma succursale
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  …
        asks   postal code
        you    non
        Alexa  … Quel est votre code postal?
        you    mon code postal est h 2 x
        Alexa  … concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo buscar mi sucursal
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  …
        asks   postal code
        you    no
        Alexa  … ¿Cuál es su código postal?
        you    mi código postal es nueve ocho uno cero nueve
        Alexa  … sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi sucursal”
        end
      `,
    },
  );

  tell(
    'tells nothing of where they are, and is connected all the same',
    { household: withoutAddress, context: { location: undefined } },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    no
        Alexa  … What is your ZIP code?
        you    one two three
        Alexa  That doesn't sound like a ZIP code. …
        you    I'd rather not say
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  …
        asks   postal code
        you    no
        Alexa  … What is your postal code?
        you    nine eight one zero
        Alexa  That doesn't sound like a postal code. …
        you    skip that
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver ma succursale
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  …
        asks   postal code
        you    non
        Alexa  … Quel est votre code postal?
        you    je ne veux pas le dire
        Alexa  … concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo buscar mi sucursal
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  …
        asks   postal code
        you    no
        Alexa  … ¿Cuál es su código postal?
        you    uno dos tres
        Alexa  Eso no parece un código postal. …
        you    cuatro cinco
        Alexa  … sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi sucursal”
        end
      `,
    },
  );
});
