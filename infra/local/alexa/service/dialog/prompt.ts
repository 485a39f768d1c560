import type { InteractionModel } from '../interaction-model.ts';
import type { Intent } from '../intent.ts';
import type { OutputSpeech } from '../response.ts';
import { escapeSsml } from '../ssml.ts';

/** The words of a prompt: always its first variation, so that a conversation can be repeated, with {slot} replaced by the slot's value. */
export function promptSpeech(model: InteractionModel, promptId: string, intent: Intent): OutputSpeech {
  const variation = model.prompts.find(({ id }) => id === promptId)?.variations[0];
  if (variation === undefined) throw new TypeError(`no prompt ${promptId}: the model was not checked`);
  const spoken = (encode: (value: string) => string): string =>
    variation.value.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => encode(intent.slots?.[name]?.value ?? ''));
  if (variation.type === 'PlainText') return { type: 'PlainText', text: spoken((value) => value) };
  const ssml = spoken(escapeSsml);
  return { type: 'SSML', ssml: ssml.includes('<speak>') ? ssml : `<speak>${ssml}</speak>` };
}
