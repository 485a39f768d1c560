import { readFile } from 'node:fs/promises';
import { headerProfiles } from '../../../../../shared/domain/routing/header-profile.ts';
import { contactCentreWirings } from '../../../../../console/web/desk/wiring/contact-centres.ts';
import { guide } from '../../../../../console/web/desk/wiring/guide.ts';
import { guideAsMarkdown } from '../../../../../console/web/desk/wiring/markdown.ts';

const origin = 'https://console.example.com';
const addresses = { origin, api: `${origin}/api`, tokenEndpoint: 'https://sign-in.example.com/oauth2/token' };
const file = new URL('../../../../../console/contact-centres.md', import.meta.url);

describe('the guide to wiring contact centres', () => {
  it('is the same on the page and in the file (if not, the file has to have what is expected here)', async () => {
    expect(await readFile(file, 'utf8')).toBe(guideAsMarkdown(addresses));
  });

  it('has all platforms, each with a profile that there is, and where its makers say so', () => {
    expect(contactCentreWirings.map(({ id }) => id)).toEqual([
      'amazon-connect',
      'genesys-cloud',
      'nice-cxone',
      'five9',
      'twilio-flex',
      'jambonz',
      'asterisk',
    ]);
    expect(headerProfiles).toEqual(expect.arrayContaining(contactCentreWirings.map(({ profile }) => profile)));
    expect(contactCentreWirings.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('has the addresses of the console that it is read in', () => {
    const code = guide(addresses).flatMap((block) => (block.kind === 'code' ? [block.code] : []));

    expect(code).toContain('https://console.example.com/desk?context=<id>');
    expect(code.join('\n')).toContain("curl 'https://console.example.com/api/call-contexts/<id>'");
    expect(code.join('\n')).toContain("curl 'https://sign-in.example.com/oauth2/token'");
    expect(code.join('\n')).not.toContain('DESK');
  });

  it('shows headers as calls really have them', () => {
    const text = guideAsMarkdown(addresses);

    expect(text).toMatch(/`User-to-User: [0-9a-f]+;pd=00;encoding=hex`/i);
    expect(text).toContain('`X-Call-Context-Id: 1use1');
  });
});
