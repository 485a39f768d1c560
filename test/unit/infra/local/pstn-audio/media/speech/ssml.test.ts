import { pollySsmlProblem } from '../../../../../../../infra/local/pstn-audio/media/speech/polly-ssml.ts';
import { pollyLanguages, pollyVoices } from '../../../../../../../infra/local/pstn-audio/media/speech/polly-voices.ts';
import { readSsml } from '../../../../../../../infra/local/pstn-audio/media/speech/ssml-tokens.ts';

describe('SSML for Amazon Polly', () => {
  const right = [
    '<speak>Hello</speak>',
    '<!-- greeting -->\n<speak>Hello</speak>',
    ' <?xml version="1.0"?>\n<speak xml:lang="en-US">Tom &amp; Jerry &#8211; &#x41;<!-- aside --></speak>\n',
    '<speak><p><s>One<break time="300ms"/></s><s>Two<break strength=\'x-strong\' /></s></p></speak>',
    '<speak><say-as interpret-as="digits">12</say-as> <sub alias="World Wide Web">WWW</sub></speak>',
    '<speak><prosody rate="slow" volume="loud">slow</prosody><lang xml:lang="fr-FR">oui</lang></speak>',
  ];
  it.each(right)('takes %s', (ssml) => {
    expect(pollySsmlProblem(ssml, 'standard')).toBeUndefined();
    expect(pollySsmlProblem(ssml, 'neural')).toBeUndefined();
  });

  const wrong = [
    { ssml: '', problem: /nothing in it/ },
    { ssml: 'Hello', problem: /between <speak> and/ },
    { ssml: '<p>Hello</p>', problem: /begin with <speak>/ },
    { ssml: '<speak>Hello', problem: /<speak> is never closed/ },
    { ssml: '<speak><p>Hello</speak></p>', problem: /<\/speak> does not close <p>/ },
    { ssml: '<speak>Hello</speak> there', problem: /follows the last tag/ },
    { ssml: '<speak>Tom & Jerry</speak>', problem: /write &amp;/ },
    { ssml: '<speak>&nbsp;</speak>', problem: /write &amp;/ },
    { ssml: '<speak>1 < 2</speak>', problem: /write &lt;/ },
    { ssml: '<speak><sub alias="a & b">c</sub></speak>', problem: /bare & in <sub>/ },
    { ssml: '<speak><audio src="a.mp3"/></speak>', problem: /<audio> is not a tag/ },
    { ssml: '<speak><constructor/></speak>', problem: /<constructor> is not a tag/ },
    { ssml: '<speak><break time="11s"/></speak>', problem: /<break> must/ },
    { ssml: '<speak><break time="soon"/></speak>', problem: /<break> must/ },
    { ssml: '<speak><break strength="long"/></speak>', problem: /<break> must/ },
    { ssml: '<speak><say-as>12</say-as></speak>', problem: /<say-as> must have interpret-as/ },
  ];
  it.each(wrong)('refuses $ssml', ({ ssml, problem }) => {
    expect(pollySsmlProblem(ssml, 'standard')).toMatch(problem);
  });

  it.each([
    { engine: 'neural', tag: '<emphasis level="strong">a</emphasis>' },
    { engine: 'neural', tag: '<amazon:effect name="whispered">a</amazon:effect>' },
    { engine: 'neural', tag: '<prosody amazon:max-duration="2s">a</prosody>' },
    { engine: 'standard', tag: '<amazon:domain name="news">a</amazon:domain>' },
  ] as const)('does not let the $engine engine say $tag, but the other', ({ engine, tag }) => {
    const ssml = `<speak>${tag}</speak>`;

    expect(pollySsmlProblem(ssml, engine)).toMatch(/is not spoken by/);
    expect(pollySsmlProblem(ssml, engine === 'neural' ? 'standard' : 'neural')).toBeUndefined();
  });

  it('is taken apart in order, entities resolved', () => {
    expect(readSsml('<speak>a &lt; b<break time="1s"/></speak>')).toEqual({
      kind: 'read',
      tokens: [
        { kind: 'open', name: 'speak', attributes: {} },
        { kind: 'text', text: 'a < b' },
        { kind: 'empty', name: 'break', attributes: { time: '1s' } },
        { kind: 'close', name: 'speak' },
      ],
    });
  });
});

describe('the voices of Amazon Polly', () => {
  it.each([
    { voice: 'Joanna', language: 'en-US', engines: ['standard', 'neural'] },
    { voice: 'Kajal', language: 'en-IN', engines: ['neural'] },
    { voice: 'Geraint', language: 'en-GB-WLS', engines: ['standard'] },
  ])('have a language and engines: $voice', ({ voice, ...rest }) => {
    expect(pollyVoices.get(voice)).toEqual(rest);
  });

  it('all speak with an engine, in a language with a code', () => {
    const voices = [...pollyVoices.values()];

    expect(voices.length).toBeGreaterThan(95);
    expect(voices.filter(({ engines }) => engines.length === 0)).toEqual([]);
    expect(pollyLanguages.has('hi-IN')).toBe(true);
  });
});
