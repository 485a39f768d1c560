import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import { callerKeyDigits, type CallerKeyCommand, type CallerKeys } from '../../shared/domain/routing/call-service.ts';

/** Listens for "*" and a digit while the caller talks. */
export function listenForKeys(callerId: string): SmaAction {
  return {
    Type: 'ReceiveDigits',
    Parameters: {
      CallId: callerId,
      InputDigitsRegex: String.raw`^\*\d$`,
      InBetweenDigitsDurationInMilliseconds: 1000,
      FlushDigitsDurationInMilliseconds: 3000,
    },
  };
}

/** What "*" and the digit stand for; undefined for anything else that was pressed. */
export function keyCommand(digits: unknown, keys: CallerKeys | undefined): CallerKeyCommand | undefined {
  const digit = callerKeyDigits.find((each) => digits === `*${each}`);
  return digit === undefined ? undefined : keys?.[digit];
}
