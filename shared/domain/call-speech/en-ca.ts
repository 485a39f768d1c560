import { enUs } from './en-us.ts';
import type { LocaleWords } from './sayings.ts';

/** Canadian English: sentences that Canadians would say otherwise stand here in place of the American ones. So far there are none. */
export const enCa: LocaleWords = { ...enUs, sayings: { ...enUs.sayings } };
