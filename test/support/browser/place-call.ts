import {
  placeCallRequestSchema,
  placeCallResponseSchema,
  type PlaceCallRequest,
} from '../../../shared/contracts/local-cloud-api.ts';
import type { ConsoleInBrowser } from './console-in-browser.ts';

/** Somebody calls, as the simulator has them call: a console whose Echo calls by itself. The call's transaction id. */
export async function placeCall({ url, bank }: ConsoleInBrowser, request: PlaceCallRequest): Promise<string> {
  const answer = await fetch(`${url}/local/calls`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await bank.cloud.operatorConsole.token()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`the call was not placed: ${answer.status} ${await answer.text()}`);
  return placeCallResponseSchema.parse(await answer.json()).transactionId;
}

/** Nora, who has lost her card in Tacoma. */
export const nora: PlaceCallRequest = placeCallRequestSchema.parse({
  caller: {
    reason: 'lost-card',
    phoneNumber: '+12065550177',
    accountId: '87654321',
    location: { countryCode: 'US', stateOrRegion: 'WA', postalCode: '98402' },
  },
  words: 'my stolen card',
  callerName: 'Nora Example',
});

export const aboutAMortgage: PlaceCallRequest = placeCallRequestSchema.parse({
  caller: { reason: 'mortgage', phoneNumber: '+12065550177', accountId: '87654321' },
  words: 'my mortgage',
  callerName: 'Nora Example',
});
