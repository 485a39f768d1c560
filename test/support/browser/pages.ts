import type { Locator, Page } from 'playwright-core';

/** A page of the console, and what is there once it is. */
export interface ConsolePage {
  readonly name: string;
  readonly path: string;
  readonly there: (page: Page) => Locator;
}

const table = '/routing/example-bank';
const heading =
  (name: string) =>
  (page: Page): Locator =>
    page.getByRole('main').getByRole('heading', { name, exact: true }).first();

/** Every page of the console that can be opened without a call. */
export const consolePages: readonly ConsolePage[] = [
  { name: 'tables', path: '/routing', there: (page) => page.getByRole('link', { name: 'example-bank' }) },
  { name: 'rules', path: table, there: (page) => page.getByRole('row', { name: 'mortgages' }) },
  { name: 'schedules', path: `${table}/schedules`, there: heading('always-open') },
  { name: 'contact centres', path: `${table}/contact-centres`, there: heading('support') },
  {
    name: 'branches',
    path: `${table}/branches`,
    there: (page) => page.getByRole('grid', { name: 'Branches' }).getByText('tacoma', { exact: true }),
  },
  { name: 'menu and reasons', path: `${table}/menu`, there: heading('lost-card') },
  { name: 'text', path: `${table}/text`, there: (page) => page.getByRole('tabpanel').getByRole('textbox').first() },
  { name: 'history', path: `${table}/history`, there: (page) => page.getByRole('article', { name: 'Version 1' }) },
  {
    name: 'simulator',
    path: '/simulator/example-bank',
    there: (page) => page.getByRole('status').filter({ hasText: 'takes the call' }),
  },
  { name: 'calls', path: '/calls', there: (page) => page.getByRole('region', { name: 'Calls now' }).getByText('live') },
  { name: 'figures', path: '/figures', there: (page) => page.getByText('counted') },
  { name: 'desk', path: '/desk', there: heading('Calls under way') },
  { name: 'wiring contact centres', path: '/desk/contact-centres', there: heading('Wiring contact centres') },
  {
    name: 'changes',
    path: '/changes',
    there: (page) => page.getByRole('status').filter({ hasText: 'loaded changes' }),
  },
];
