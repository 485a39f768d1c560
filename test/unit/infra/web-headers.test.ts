import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  addedStyleHashes,
  addedStyles,
  cacheControlOf,
  contentSecurityPolicy,
  webSecurityHeaders,
} from '../../../infra/web-headers.ts';

const issuer = 'https://people.example.com';

describe('what a browser may do with the console', () => {
  it('is to run what the console serves, and nothing written into a page', () => {
    const policy = contentSecurityPolicy({ connect: [issuer], frameAncestors: [] });

    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`connect-src 'self' ${issuer};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|script-src/u);
  });

  it('is to show it in frames of those who embed it', () => {
    const policy = contentSecurityPolicy({ connect: [], frameAncestors: ["'self'", 'https://crm.example.com'] });

    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/crm\.example\.com$/u);
  });

  it('is to guess no types, and to tell nobody where it comes from', () => {
    expect(webSecurityHeaders({ connect: [], frameAncestors: [] })).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('is to keep what has a hash in its name for ever, and to ask for the rest each time', () => {
    expect(cacheControlOf('/assets/app-1a2b3c.js')).toContain('immutable');
    expect(cacheControlOf('/index.html')).toBe('no-cache');
  });

  it('is to add the styles that react-aria adds by script', async () => {
    const library = fileURLToPath(new URL('../../../node_modules/react-aria/dist/private/', import.meta.url));
    const sources = await Promise.all(
      ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].map((file) =>
        readFile(`${library}${file}`, 'utf8'),
      ),
    );
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/u.exec(sources[0]!)?.[1] ?? '';
    const added = sources.map((source) =>
      (/style\.textContent = `([^`]+)`/u.exec(source)?.[1] ?? '').replace(/\$\{[^}]+\}/u, attribute).trim(),
    );

    expect(added).toEqual(addedStyles);
    expect(addedStyleHashes).toEqual(
      addedStyles.map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`),
    );
  });
});
