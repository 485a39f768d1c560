import { tell, type Bank } from '../support/story.ts';

const leaves = {
  'the skill is disabled': async ({ alexa }: Bank): Promise<void> => {
    expect(await alexa.skillEvent({ type: 'SkillDisabled' })).toMatchObject({ kind: 'delivered' });
  },
};

describe('a caller who disables the skill before saying yes', () => {
  tell(
    'leaves nothing behind',
    { but: leaves },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    the skill is disabled
      `,
      'en-CA': `
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like that?
        but    the skill is disabled
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    the skill is disabled
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    the skill is disabled
      `,
    },
  );
});
