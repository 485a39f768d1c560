import { loadInteractionModel } from '../../../../../../../infra/local/alexa/service/interaction-model-file.ts';
import { languageOf } from '../../../../../../../infra/local/alexa/service/language/language-of.ts';
import { Matcher } from '../../../../../../../infra/local/alexa/service/matching/matcher.ts';
import { slotReader } from '../../../../../../../infra/local/alexa/service/matching/slot-reader.ts';

async function matcherOf(locale: string): Promise<Matcher> {
  const path = new URL(`../../../../../../fixtures/alexa-models/${locale}.json`, import.meta.url).pathname;
  const model = await loadInteractionModel(path);
  const language = languageOf(locale)!;
  return new Matcher(
    model,
    slotReader(model, 'amzn1.ask.skill.00000000-1111-4222-8333-444444444444', language),
    language,
  );
}

const matchers = { 'fr-CA': await matcherOf('fr-CA'), 'es-US': await matcherOf('es-US') };

function understood(locale: keyof typeof matchers, said: string): { name: string | undefined; slots: object } {
  const intent = matchers[locale].match(said);
  const filled = Object.values(intent?.slots ?? {}).filter(({ value }) => value !== undefined);
  return { name: intent?.name, slots: Object.fromEntries(filled.map(({ name, value }) => [name, value])) };
}

function idIn(locale: keyof typeof matchers, said: string): string | undefined {
  const resolutions = matchers[locale].match(said)?.slots?.['item']?.resolutions;
  return resolutions?.resolutionsPerAuthority[0]?.values?.[0]?.value.id;
}

describe('what an utterance in French means', () => {
  it.each([
    { said: 'réserver', name: 'ReserveIntent', slots: {} },
    { said: "Réserve l'atlas!", name: 'ReserveIntent', slots: { item: "l'atlas" } },
    { said: 'reserve l’atlas', name: 'ReserveIntent', slots: { item: "l'atlas" } },
    { said: "J'aimerais réserver un roman", name: 'ReserveIntent', slots: { item: 'un roman' } },
    { said: 'est-ce que vous avez un roman', name: 'ReserveIntent', slots: { item: 'un roman' } },
    {
      said: 'réserver vingt et un exemplaires de un roman',
      name: 'ReserveIntent',
      slots: { copies: '21', item: 'un roman' },
    },
    {
      said: 'réserver le roman pour Zoë',
      name: 'ReserveIntent',
      slots: { item: 'le roman', firstName: 'Zoë' },
    },
    { said: 'réserver un porte-clés', name: 'ReserveIntent', slots: { item: 'un porte-clés' } },
    {
      said: 'renouveler les livres de la carte quatre-vingt-dix dix-sept',
      name: 'RenewIntent',
      slots: { card: '9017' },
    },
    { said: 'renouveler les livres de la carte 2, 0, 6, 1', name: 'RenewIntent', slots: { card: '2061' } },
    { said: 'mon code postal est M5V 3L9', name: 'NearIntent', slots: { postalCode: 'M5V 3L9' } },
    { said: 'mon code postal est m cinq v trois l neuf', name: 'NearIntent', slots: { postalCode: 'm. 5 v. 3 l. 9' } },
    { said: 'près de h2x', name: 'NearIntent', slots: { postalCode: 'h2x' } },
    { said: 'près de m cinq chats', name: 'NearIntent', slots: { postalCode: 'm cinq chats' } },
    { said: "cherche des livres d'été", name: 'FindIntent', slots: { query: "des livres d'été" } },
    { said: 'comment ca marche', name: 'AMAZON.HelpIntent', slots: {} },
    { said: 'répète', name: 'AMAZON.RepeatIntent', slots: {} },
    { said: "on oublie l'affaire", name: 'AMAZON.CancelIntent', slots: {} },
    { said: 'help', name: undefined, slots: {} },
  ])('"$said" is $name', ({ said, name, slots }) => {
    expect(understood('fr-CA', said)).toEqual({ name, slots });
  });

  it.each(['réserver un recueil de cartes géographiques', 'reserver un recueil de cartes geographiques'])(
    '"%s" resolves to the atlas',
    (said) => {
      expect(idIn('fr-CA', said)).toBe('atlas');
    },
  );

  it('finds a value with a ligature that was typed without it', () => {
    expect(idIn('fr-CA', 'réserver une oeuvre de fiction')).toBe('novel');
  });
});

describe('what an utterance in Spanish means', () => {
  it.each([
    { said: 'reservar', name: 'ReserveIntent', slots: {} },
    { said: '¡Reserva un atlas!', name: 'ReserveIntent', slots: { item: 'un atlas' } },
    { said: 'quisiera reservar una novela', name: 'ReserveIntent', slots: { item: 'una novela' } },
    {
      said: 'reservar treinta y un ejemplares de un atlas',
      name: 'ReserveIntent',
      slots: { copies: '31', item: 'un atlas' },
    },
    {
      said: 'pon la novela en la lista de José',
      name: 'ReserveIntent',
      slots: { item: 'la novela', firstName: 'José' },
    },
    { said: 'renovar los libros de la tarjeta uno dos tres cuatro', name: 'RenewIntent', slots: { card: '1234' } },
    { said: 'renovar los libros de la tarjeta mil doscientos', name: 'RenewIntent', slots: { card: '1200' } },
    { said: 'mi codigo postal es 98101', name: 'NearIntent', slots: { postalCode: '98101' } },
    { said: 'busca libros de este año', name: 'FindIntent', slots: { query: 'libros de este año' } },
    { said: '¿Cómo funciona la biblioteca?', name: 'AMAZON.HelpIntent', slots: {} },
    { said: 'sí', name: 'AMAZON.YesIntent', slots: {} },
    { said: 'olvídalo', name: 'AMAZON.CancelIntent', slots: {} },
    { said: 'help', name: undefined, slots: {} },
  ])('"$said" is $name', ({ said, name, slots }) => {
    expect(understood('es-US', said)).toEqual({ name, slots });
  });

  it.each(['reservar un libro de este año', 'reservar un libro de este ano'])('"%s" resolves to the novel', (said) => {
    expect(idIn('es-US', said)).toBe('novel');
  });
});
