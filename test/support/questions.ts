import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';

/** Presses keys as soon as a question is heard: nobody has to hear it to its end. */
export async function pressWhenAsked(call: PhoneCall, keys: string): Promise<void> {
  if (!(await call.hearsSound())) throw new Error('the call was over before anything was asked');
  await call.press(keys);
}

/** So much of the call has passed: in frames of 20 ms, as they are heard. */
export function framesHeard(call: PhoneCall, count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    const stop = call.listen({
      frame() {
        left -= 1;
        if (left > 0) return;
        stop();
        resolve();
      },
    });
  });
}
