import { promptTones } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { exampleForEachTest } from './examples-fixture.ts';

const [menuHz] = promptTones['menu.wav'];
const [wrongHz] = promptTones['wrong.wav'];
const [hoursHz] = promptTones['hours.wav'];
const [welcomeHz] = promptTones['welcome.wav'];
const [goodbyeHz] = promptTones['goodbye.wav'];

describe('the example hello', () => {
  const start = exampleForEachTest('hello');

  it('plays a file, speaks, and hangs up', async () => {
    const example = await start();

    const call = await example.call();
    const heard = [await call.hears(welcomeHz), await call.hearsSilence(), await call.hearsSound()];
    const { by } = await call.ended;
    await example.standalone.pstnAudio.idle();

    expect([...heard, by]).toEqual([true, true, true, 'remote']);
    expect(example.told).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
  });
});

describe('the example menu', () => {
  const start = exampleForEachTest('menu');

  it('plays what the caller asks for by a key', async () => {
    const example = await start();

    const call = await example.call();
    const asked = await call.hears(menuHz);
    await call.press('1');
    const heard = await call.hears(hoursHz);
    await call.ended;

    expect([asked, heard]).toEqual([true, true]);
  });

  it('puts the question again after a wrong key', async () => {
    const example = await start();

    const call = await example.call();
    await call.hears(menuHz);
    await call.press('7');
    const heard = [await call.hears(wrongHz), await call.hears(menuHz)];

    expect(heard).toEqual([true, true]);
  });

  it('asks for a number of four digits and says it', async () => {
    const example = await start();

    const call = await example.call();
    await call.hears(menuHz);
    await call.press('2');
    await call.hearsSound();
    await call.press('4711');
    await call.ended;
    await example.standalone.pstnAudio.idle();

    expect(example.told).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL PlayAudioAndGetDigits',
      'ACTION_SUCCESSFUL SpeakAndGetDigits',
      'HANGUP Hangup',
    ]);
    await expect(example.done('Speak')).resolves.toBe('successful');
  });
});

describe('the example bot', () => {
  const start = exampleForEachTest('bot');

  it('takes an order by keys', async () => {
    const example = await start();

    const call = await example.call();
    await call.hearsSound();
    await call.press('1#,1#,1#');
    const ordered = await call.hears(welcomeHz);
    await call.ended;

    expect(ordered).toBe(true);
    expect(example.told).toContain('ACTION_SUCCESSFUL StartBotConversation');
  });

  it('takes no for an answer', async () => {
    const example = await start();

    const call = await example.call();
    await call.hearsSound();
    await call.press('1#,2#,2#');
    const heard = await call.hears(goodbyeHz);

    expect(heard).toBe(true);
  });

  it('tells the opening hours', async () => {
    const example = await start();

    const call = await example.call();
    await call.hearsSound();
    await call.press('2#');
    const heard = await call.hears(hoursHz);

    expect(heard).toBe(true);
  });
});
