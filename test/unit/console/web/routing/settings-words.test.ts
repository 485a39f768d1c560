import { settingsWords } from '../../../../../console/web/routing/rules/settings-words.ts';
import type { TableFile } from '../../../../../console/web/workbench/draft-desk.ts';

const least = { callerId: '+12065550100', dialling: { allow: ['+1'] } } as TableFile;

describe('the settings of a table, read aloud', () => {
  it('say who is shown, how long callers wait, and what is dialled', () => {
    expect(settingsWords(least)).toBe(
      'who is called sees +12065550100; callers wait 180 s at most; numbers that begin with +1 may be dialled',
    );
  });

  it('name what is denied, and the language of texts', () => {
    const settings = { ...least, patience: 60, locale: 'fr-CA', dialling: { allow: ['+1', '+44'], deny: ['+1900'] } };

    expect(settingsWords(settings as TableFile)).toBe(
      'who is called sees +12065550100; callers wait 60 s at most; numbers that begin with +1 or +44 may be dialled; ' +
        'those with +1900 never; texts are in fr-CA',
    );
  });
});
