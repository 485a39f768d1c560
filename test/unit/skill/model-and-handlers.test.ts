import { intentNames } from '../../../skill/handlers/intents.ts';
import { skillLocales } from '../../../shared/contracts/skill-locales.ts';
import { locales, matcherOf, saidBySample } from './skill-package/package-files.ts';

/** Alexa's own, which hears what nothing else does. */
const fallback = 'AMAZON.FallbackIntent';

it('models are there for every locale that the skill speaks', () => {
  expect(locales.map(({ locale }) => locale)).toEqual(skillLocales);
});

describe.each(locales)('in $locale, the model and the handlers', (locale) => {
  const { intents } = locale;
  const matcher = matcherOf(locale);

  it('have the same intents', () => {
    expect(intents.map(({ name }) => name).sort()).toEqual([...intentNames].sort());
  });

  it.each(intents.filter(({ samples = [] }) => samples.length > 0))(
    'meet in $name, whichever of its samples is said',
    ({ name, samples = [], slots = [] }) => {
      const misunderstood = samples
        .flatMap((sample) => saidBySample(locale, sample, slots))
        .map((said) => ({ said, as: matcher.match(said)?.name ?? fallback }))
        .filter(({ as }) => as !== name);

      expect(misunderstood).toEqual([]);
    },
  );

  it.each(['CallIntent', 'CallBackIntent'])('find in %s what the sample says that is in it', (name) => {
    const { samples = [], slots = [] } = matcher.intent(name)!;

    const unheard = samples.flatMap((sample) => {
      const named = slots.filter((slot) => sample.includes(`{${slot.name}}`)).map((slot) => slot.name);
      return saidBySample(locale, sample, slots).flatMap((said) => {
        const heard = Object.values(matcher.match(said)?.slots ?? {}).filter(({ value }) => value !== undefined);
        const unresolved = heard.filter(({ resolutions }) =>
          resolutions?.resolutionsPerAuthority.some(({ status }) => status.code !== 'ER_SUCCESS_MATCH'),
        );
        const names = heard.map((slot) => slot.name);
        return unresolved.length === 0 && names.sort().join() === named.sort().join() ? [] : [{ said, names }];
      });
    });

    expect(unheard).toEqual([]);
  });

  it.each(
    ['CallIntent', 'CallBackIntent'].flatMap((name) =>
      (matcher.intent(name)?.slots ?? []).map((slot) => ({ name, slot, asked: slot.name })),
    ),
  )('agree in $name on every answer to $asked', ({ name, slot }) => {
    const intent = matcher.intent(name)!;

    const unheard = (slot.samples ?? [])
      .flatMap((sample) => saidBySample(locale, sample, intent.slots ?? []))
      .filter((said) => !matcher.readAnswer(intent, slot, said)?.has(slot.name));

    expect(unheard).toEqual([]);
  });
});
