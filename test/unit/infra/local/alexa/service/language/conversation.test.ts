import type { Intent } from '../../../../../../../infra/local/alexa/service/intent.ts';
import {
  alexaAtHome,
  asksConsent,
  says,
  ScriptedSkill,
  type AlexaAtHome,
} from '../../../../../../support/alexa-at-home.ts';

let home: AlexaAtHome | undefined;

async function alexaIn(locale: string, skill: ScriptedSkill): Promise<AlexaAtHome['alexa']> {
  home = await alexaAtHome(skill, {}, { locale });
  return home.alexa;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

const asksFor = (slotToElicit: string): object =>
  says('?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit }] });
const asksWhetherRight = says('?', { directives: [{ type: 'Dialog.ConfirmIntent' }] });

function intentHeard(skill: ScriptedSkill): Intent {
  const { request } = skill.last;
  if (request.type !== 'IntentRequest') throw new Error(`the skill heard ${request.type}`);
  return request.intent;
}

const stories = [
  {
    locale: 'fr-CA',
    launch: 'Alexa, ouvre bibliothèque du coin',
    ask: "Alexa, demande à bibliothèque du coin de réserver l'atlas",
    copies: 'vingt-deux exemplaires',
    yes: 'Oui, s’il vous plaît',
    no: 'non merci',
    correction: 'réserve un roman',
    nonsense: 'le ciel est bleu',
    exit: 'quitter',
    notForIt: 'Désolée, je ne connais pas celle-là.',
    consent: /^Bibliothèque du coin aimerait utiliser votre adresse courriel/i,
  },
  {
    locale: 'es-US',
    launch: 'Alexa, abre biblioteca del barrio',
    ask: 'Alexa, pidele a biblioteca del barrio que reserve el atlas',
    copies: 'veintidós ejemplares',
    yes: '¡Sí, por favor!',
    no: 'no, gracias',
    correction: 'reserva una novela',
    nonsense: 'el cielo es azul',
    exit: 'salir',
    notForIt: 'Perdón, no conozco esa.',
    consent: /^Biblioteca del barrio quisiera usar su correo electrónico/i,
  },
];

describe.each(stories)('a conversation in $locale', (story) => {
  it('begins in its locale', async () => {
    const skill = new ScriptedSkill(says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.launch);

    expect(skill.last.request).toMatchObject({ type: 'LaunchRequest', locale: story.locale });
  });

  it('goes from the question over a number to a yes', async () => {
    const skill = new ScriptedSkill(asksFor('copies'), asksWhetherRight, says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.ask);
    await alexa.say(story.copies);
    await alexa.say(story.yes);

    const { confirmationStatus, slots } = intentHeard(skill);
    expect(confirmationStatus).toBe('CONFIRMED');
    expect(slots?.['copies']?.value).toBe('22');
    expect(slots?.['item']?.resolutions?.resolutionsPerAuthority[0]?.values?.[0]?.value.id).toBe('atlas');
  });

  it('understands a no', async () => {
    const skill = new ScriptedSkill(asksWhetherRight, says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.ask);
    await alexa.say(story.no);

    expect(intentHeard(skill).confirmationStatus).toBe('DENIED');
  });

  it('lets the person correct what was understood instead of saying yes', async () => {
    const skill = new ScriptedSkill(asksWhetherRight, says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.ask);
    await alexa.say(story.correction);

    const { confirmationStatus, slots } = intentHeard(skill);
    expect(confirmationStatus).toBe('NONE');
    expect(slots?.['item']?.resolutions?.resolutionsPerAuthority[0]?.values?.[0]?.value.id).toBe('novel');
  });

  it('falls back when nothing fits', async () => {
    const skill = new ScriptedSkill(says('…'), says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.launch);
    await alexa.say(story.nonsense);

    expect(intentHeard(skill).name).toBe('AMAZON.FallbackIntent');
  });

  it('ends when the person says so', async () => {
    const skill = new ScriptedSkill(says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.launch);
    const turn = await alexa.say(story.exit);

    expect(turn.ended).toEqual({ reason: 'USER_INITIATED' });
  });

  it("has Alexa's own words in its language", async () => {
    const skill = new ScriptedSkill(asksConsent({ scopes: ['alexa::profile:email:read'] }));
    const alexa = await alexaIn(story.locale, skill);

    const stranger = await alexa.say(story.nonsense);
    const asked = await alexa.say(story.launch);

    expect(stranger.speech).toBe(story.notForIt);
    expect(asked.speech).toMatch(story.consent);
  });

  it('takes a yes to her own question', async () => {
    const skill = new ScriptedSkill(asksConsent({ scopes: ['alexa::profile:email:read'] }), says('…'));
    const alexa = await alexaIn(story.locale, skill);

    await alexa.say(story.launch);
    await alexa.say(story.yes);

    expect(skill.last.request).toMatchObject({ cause: { result: { status: 'ACCEPTED' } } });
  });
});

it('does not start in a language that Alexa does not speak here', async () => {
  await expect(alexaIn('de-DE', new ScriptedSkill())).rejects.toThrow('English, French and Spanish');
});
