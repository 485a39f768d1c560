import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { promptTones } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { answering, exampleForEachTest, voices, type Example } from './examples-fixture.ts';

const run = promisify(execFile);

describe('the example outbound', () => {
  const start = exampleForEachTest('outbound');

  /** As a reader runs it, with what the banner says. */
  async function placeCall({ folder, standalone }: Example, ...words: readonly string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(folder, 'place-call.mjs'), ...words], {
      timeout: 15_000,
      env: {
        PATH: process.env['PATH'],
        AWS_ENDPOINT_URL_CHIME_SDK_VOICE: standalone.voiceApi,
        AWS_ACCESS_KEY_ID: 'any',
        AWS_SECRET_ACCESS_KEY: 'any',
      },
    });
    return stdout.trim();
  }

  it('calls somebody, says why, and ends when it is told to', async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    const answered = answering(example.phone(5070));

    const transactionId = await placeCall(example, '+12065550141', 'Anna');
    const bob = await answered;
    const reminded = await bob.hears(promptTones['reminder.wav'][0]);
    await example.done('Speak');
    await placeCall(example, 'goodbye', transactionId);
    const goodbye = await bob.hears(promptTones['goodbye.wav'][0]);
    const { by } = await bob.ended;
    await example.standalone.pstnAudio.idle();

    expect([reminded, goodbye, by]).toEqual([true, true, 'remote']);
    expect(example.told).toEqual([
      'NEW_OUTBOUND_CALL CallCreateRequest',
      'RINGING',
      'CALL_ANSWERED',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'ACTION_INTERRUPTED Pause',
      'HANGUP Hangup',
    ]);
  });

  it('is told of a call that is over', async () => {
    const example = await start({ phones: { 5070: 'bob' } });

    await expect(placeCall(example, 'goodbye', 'no-such-call')).rejects.toThrow('NotFoundException');
  });
});

describe('the example meeting', () => {
  const start = exampleForEachTest('meeting');

  it('lets all callers meet, and mutes those who want it', async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    const alice = await example.call();
    const { address } = example.standalone.pstnAudio;
    const dialled = await example.phone(5070).dial({
      target: address,
      requestUri: `sip:+12065550100@${address.host}`,
      from: 'sip:+12065550124@bob.test',
    });
    const outcome = await dialled.outcome;
    const bob = outcome.kind === 'connected' ? outcome.call : undefined;
    const met = [await alice.hears(voices.bob), await bob?.hears(voices.alice)];
    await example.done('ReceiveDigits');

    await alice.press('*6');
    const muted = [await example.done('ModifyChimeMeetingAttendees'), await bob?.hearsSilence()];
    await alice.press(',,*6');
    const heardAgain = await bob?.hears(voices.alice);
    alice.hangUp();
    const left = await bob?.hearsSilence();

    expect([...met, ...muted, heardAgain, left]).toEqual([true, true, 'successful', true, true, true]);
  });
});
