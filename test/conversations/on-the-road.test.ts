import { scopes, tell, wilhelmina } from '../support/story.ts';
import type { AlexaAccount, DeviceGeolocation } from '../../infra/local/alexa/api/account.ts';
import type { SkillLocale } from '../../shared/contracts/skill-locales.ts';

const here = { latitudeInDegrees: 47.620_548_31, longitudeInDegrees: -122.349_286_57 };

function onTheRoad(geolocation: DeviceGeolocation): (locale: SkillLocale) => Partial<AlexaAccount> {
  return (locale) => ({
    geolocation,
    grantedPermissions: [...wilhelmina(locale).grantedPermissions, scopes.geolocation],
  });
}

const scripts = {
  'en-US': `
    you    ask example bank to connect me to my nearest branch
    Alexa  What is your account number? …
    you    skip
    Alexa  … about a visit to a branch. …
    you    yes
    Alexa  Calling …
    Echo   calls about “my nearest branch”
    end
  `,
  'en-CA': `
    you    ask example bank to connect me to the closest branch
    Alexa  What is your account number? …
    you    skip
    Alexa  … about a visit to a branch. …
    you    yes
    Alexa  Calling …
    Echo   calls about “the closest branch”
    end
  `,
  'fr-CA': `
    you    demande à banque exemple de trouver la succursale la plus proche
    Alexa  Quel est votre numéro de compte? …
    you    passe
    Alexa  … concernant une visite en succursale. …
    you    oui
    Alexa  J'appelle …
    Echo   calls about “la succursale la plus proche”
    end
  `,
  'es-US': `
    you    pídele a banco ejemplo que me comunique con la sucursal más cercana
    Alexa  ¿Cuál es su número de cuenta? …
    you    omitir
    Alexa  … sobre una visita a una sucursal. …
    you    sí
    Alexa  Llamando …
    Echo   calls about “la sucursal más cercana”
    end
  `,
};

describe('a caller on the road', () => {
  tell(
    'is where their device says it is',
    {
      household: onTheRoad({ coordinate: { ...here, accuracyInMeters: 15 }, ageSeconds: 20 }),
      context: {
        location: expect.objectContaining({
          source: 'geolocation',
          coordinates: { latitude: here.latitudeInDegrees, longitude: here.longitudeInDegrees },
        }),
      },
    },
    scripts,
  );

  for (const { how, geolocation } of [
    { how: 'was there an hour ago', geolocation: { coordinate: { ...here, accuracyInMeters: 15 }, ageSeconds: 3600 } },
    { how: 'may be kilometres away', geolocation: { coordinate: { ...here, accuracyInMeters: 5000 } } },
    {
      how: 'has its location switched off',
      geolocation: {
        coordinate: { ...here, accuracyInMeters: 15 },
        locationServices: { status: 'STOPPED', access: 'DISABLED' },
      },
    },
  ] as const)
    tell(
      `whose device ${how}, is where its address is`,
      {
        household: onTheRoad(geolocation),
        context: { location: expect.objectContaining({ source: 'deviceAddress' }) },
      },
      scripts,
    );

  tell(
    'who has not allowed to know it allows it when Alexa asks',
    {
      household: {
        geolocation: { coordinate: { ...here, accuracyInMeters: 15 } },
        grantedPermissions: [scopes.name, scopes.number, scopes.calling],
      },
      context: { location: expect.objectContaining({ source: 'geolocation' }) },
    },
    {
      'en-US': `
        you    ask example bank to connect me to my nearest branch
        Alexa  What is your account number? …
        you    skip
        Alexa  … the location of your device. …
        asks   geolocation
        you    yes
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to find a branch near me
        Alexa  What is your account number? …
        you    skip
        Alexa  … the location of your device. …
        asks   geolocation
        you    yes
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “a branch near me”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver ma succursale
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  …
        asks   geolocation
        you    oui
        Alexa  … concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que busque mi sucursal
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … la ubicación de su dispositivo. …
        asks   geolocation
        you    sí
        Alexa  … sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi sucursal”
        end
      `,
    },
  );
});
