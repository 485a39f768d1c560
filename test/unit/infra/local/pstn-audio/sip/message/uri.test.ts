import { parseUri, userOf } from '../../../../../../../infra/local/pstn-audio/sip/message/uri.ts';

describe('parseUri', () => {
  it.each([
    {
      case: 'everything',
      text: 'sip:alice:secret@example.com:5070;transport=tcp;lr?Subject=x',
      uri: {
        scheme: 'sip',
        user: 'alice',
        host: 'example.com',
        port: 5070,
        params: new Map([
          ['transport', 'tcp'],
          ['lr', ''],
        ]),
        headers: 'Subject=x',
      },
    },
    {
      case: 'a host alone',
      text: 'SIPS:[2001:db8::1]:5061',
      uri: { scheme: 'sips', user: undefined, host: '[2001:db8::1]', port: 5061 },
    },
    {
      case: 'a semicolon in the user part',
      text: 'sip:user;par=u%40example.net@example.com',
      uri: { user: 'user;par=u@example.net', host: 'example.com', params: new Map() },
    },
    {
      case: 'an escaped user',
      text: 'sip:sips%3Auser%40example.com@example.net',
      uri: { user: 'sips:user@example.com' },
    },
    { case: 'an escaped NUL', text: 'sip:null-%00-null@example.com', uri: { user: 'null-\0-null' } },
    { case: 'an escape that is none', text: 'sip:%Z%45@example.com', uri: { user: '%Z%45' } },
    {
      case: 'a telephone number',
      text: 'tel:+1-206-555-0100;phone-context=x',
      uri: { scheme: 'tel', number: '+12065550100', params: new Map([['phone-context', 'x']]) },
    },
    { case: 'another scheme', text: 'urn:service:sos', uri: { scheme: 'other', text: 'urn:service:sos' } },
  ])('reads $case', ({ text, uri }) => {
    expect(parseUri(text)).toMatchObject(uri);
  });

  it.each([
    '',
    'sip:',
    'bob',
    'sip:@example.com',
    'sip:a@b@c',
    'sip:a b@c',
    'sip:a@b:0',
    'sip:a@b:65536',
    'sip:a@b:port',
    '<sip:a@b>',
    'sip:a@b;;',
    'sip:a@b?c?d',
    'tel:',
    'tel:call-me',
    'sip:a@exa$mple',
  ])('refuses %j', (text) => {
    expect(parseUri(text)).toBeUndefined();
  });
});

describe('userOf', () => {
  it('finds the number in sip and tel URIs alike', () => {
    expect(userOf('sip:+12065550100@127.0.0.1:5060;user=phone')).toBe('+12065550100');
    expect(userOf('tel:+1-206-555-0100')).toBe('+12065550100');
    expect(userOf('sip:127.0.0.1')).toBeUndefined();
  });
});
