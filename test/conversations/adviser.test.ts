import { accountNumber, tell } from '../support/story.ts';

describe('a caller who asks for an adviser', () => {
  tell(
    'is put through about a mortgage',
    { context: { reason: expect.objectContaining({ id: 'mortgage' }), accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to connect me with a mortgage adviser
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a mortgage, for your account ending in 82. …
        you    yes
        Alexa  Calling Example Bank support about a mortgage, …
        Echo   calls about “a mortgage adviser”
        end
      `,
      'en-CA': `
        you    ask example bank to book a meeting with an adviser
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … about a mortgage, for your account ending in 82. …
        you    yes
        Alexa  Calling Example Bank support about a mortgage, …
        Echo   calls about “a meeting with an adviser”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de parler à une conseillère hypothécaire
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … concernant un prêt hypothécaire, pour votre compte qui se termine par 82. …
        you    oui
        Alexa  J'appelle Banque Exemple concernant un prêt hypothécaire, …
        Echo   calls about “une conseillère hypothécaire”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que me comunique con un asesor hipotecario
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … sobre una hipoteca, para su cuenta que termina en 82. …
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una hipoteca, …
        Echo   calls about “un asesor hipotecario”
        end
      `,
    },
  );
});
