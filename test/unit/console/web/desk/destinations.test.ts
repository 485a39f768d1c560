import { destinationsOf } from '../../../../../console/web/desk/destinations/destinations.ts';
import { destinationWords, findDestinations } from '../../../../../console/web/desk/destinations/find-destinations.ts';
import {
  keepMyDestinations,
  readMyDestinations,
} from '../../../../../console/web/desk/destinations/my-destinations.ts';

const text = `
name: example-bank
callerId: "+14255550100"
patience: 300
dialling: { allow: ["+1"] }
contactCenters:
  support: { voiceConnector: "arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4", user: "+12065550150", headerProfile: rfc7433 }
branches: branches.csv
rules:
  - id: advice
    attempts:
      - meeting: adviser
      - choice: { from: [ { weight: 1, contactCenter: support }, { weight: 1, phone: { id: partner, number: "+12065550177" } } ] }
default:
  attempts: [ { contactCenter: support }, { meeting: adviser } ]
`;
const branches = `id,name,number,latitude,longitude,postalCode,country,services,schedule,capacity
tacoma,Tacoma Café,+12535550101,47.25,-122.44,98402,US,accounts,always,2
`;

describe('whom a call can be transferred to', () => {
  it('is everybody whom the table names, once', () => {
    const found = destinationsOf({
      table: { name: 'table.yaml', text },
      branches: { name: 'branches.csv', text: branches },
    });

    expect(found).toEqual([
      { id: 'contactCenter:support', kind: 'contactCenter', name: 'support' },
      { id: 'meeting:adviser', kind: 'meeting', name: 'adviser' },
      { id: 'phone:partner', kind: 'phone', name: 'partner' },
      { id: 'branch:tacoma', kind: 'branch', name: 'Tacoma Café' },
    ]);
  });

  it('is nobody while the table cannot be read', () => {
    expect(destinationsOf({ table: { name: 'table.yaml', text: 'rules: [' } })).toEqual([]);
  });

  it('is found by words, without accents and capitals, names that begin with them first', () => {
    const named = (id: string, name: string) => ({ id: `branch:${id}`, kind: 'branch' as const, name });
    const all = [named('a', 'West Tacoma'), named('b', 'Tacoma Café'), named('c', 'Renton')];

    expect(findDestinations(all, 'TACOMA').found.map(({ name }) => name)).toEqual(['Tacoma Café', 'West Tacoma']);
    expect(findDestinations(all, 'cafe branch').found.map(({ id }) => id)).toEqual(['branch:b']);
  });

  it('is shown twenty at a time', () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      id: `branch:b${at}`,
      kind: 'branch' as const,
      name: `${at}`,
    }));

    expect(findDestinations(many, '')).toMatchObject({ found: { length: 20 }, more: 5 });
  });

  it('has a name for whoever has no table at hand', () => {
    expect(['contactCenter:support', 'lookUp:duty'].map(destinationWords)).toEqual([
      'contact centre support',
      'lookUp duty',
    ]);
  });
});

describe('an agent’s own destinations', () => {
  const shelf = (): Storage => {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  };
  interface Storage {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
  }

  it('are kept for that agent, and nobody else', () => {
    const browser = shelf();

    keepMyDestinations(browser, 'amy', ['branch:tacoma']);

    expect(readMyDestinations(browser, 'amy')).toEqual(['branch:tacoma']);
    expect(readMyDestinations(browser, 'ben')).toEqual([]);
  });

  it.each(['{', '"branch:tacoma"', '[1]'])('are none where something else is kept: %s', (kept) => {
    expect(readMyDestinations({ ...shelf(), getItem: () => kept }, 'amy')).toEqual([]);
  });

  it('hold until the page is left where nothing can be kept', () => {
    const full = {
      ...shelf(),
      setItem: () => {
        throw new Error('full');
      },
    };

    expect(() => keepMyDestinations(full, 'amy', ['branch:tacoma'])).not.toThrow();
  });
});
