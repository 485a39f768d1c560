import { callAndBridgeSchema } from '../../../../shared/contracts/sma-response.ts';
import { contextHeaders } from '../../../../shared/contracts/header-profiles.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { compile, tableOf } from './compile-fixture.ts';

describe('compiling a table file', () => {
  it('makes the table that calls are routed by', () => {
    const table = tableOf(smallTableFile);

    expect(table).toMatchObject({
      name: 'example-bank',
      callerId: '+14255550100',
      dialling: { allow: ['+1'], deny: ['+1900'] },
      reasons: [{ id: 'billing', name: { default: 'a bill or a charge' }, synonyms: { default: ['my bill'] } }],
      contactCenters: [
        {
          id: 'support',
          voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
          user: '+12065550150',
          headers: { profile: 'rfc7433' },
        },
      ],
      rules: [
        {
          id: 'bills',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
        },
      ],
      defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
      lookUps: [],
      namedBranches: {},
    });
    expect(table.branches.size).toBe(1);
    expect(table.branches.at(0)).toMatchObject({
      id: 'downtown',
      coordinates: { latitude: 47.608, longitude: -122.3351 },
      services: ['accounts'],
      scheduleId: 'office-hours',
    });
  });

  it('reads JSON as well', () => {
    const json = JSON.stringify(
      {
        name: 'b',
        callerId: '+14255550100',
        dialling: { allow: ['+1'] },
        default: { attempts: [{ phone: { id: 'desk', number: '+12065550100' } }] },
      },
      null,
      '\t',
    );

    const table = tableOf(json);

    expect(table.dialling).toEqual({ allow: ['+1'], deny: [] });
    expect(table.defaultAttempts).toEqual([{ kind: 'phone', id: 'desk', number: '+12065550100', timeoutSeconds: 30 }]);
  });

  it('keeps texts by locale, and one text for everybody', () => {
    const reasons = `reasons:
  billing: { name: {default: a bill, fr-CA: une facture}, synonyms: {default: [my bill], fr: [ma facture]} }
  cards: { name: a card }
`;

    const table = tableOf(tableFileWith('reasons:\n', reasons).replace(/ {2}billing: \{ name: a bill or.*\n/, ''));

    expect(table.reasons).toEqual([
      {
        id: 'billing',
        name: { default: 'a bill', 'fr-CA': 'une facture' },
        synonyms: { default: ['my bill'], fr: ['ma facture'] },
      },
      { id: 'cards', name: { default: 'a card' }, synonyms: { default: [] } },
    ]);
  });

  it('finds the branches that attempts name where they stand in the directory', () => {
    const more = ['harbour', 'airport', 'station'].map(
      (id, index) =>
        `  ${id}:\n    { name: ${id}, number: "+1206555020${index}", coordinates: [${40 + index}, -100], services: [x], schedule: always }\n`,
    );
    const text = tableFileWith('branches:\n', `branches:\n${more.join('')}`)
      .replace('- contactCenter: support', '- branch: station')
      .replace(
        /default:\n {2}attempts:\n/,
        '$&    - choice: {from: [{branch: airport, weight: 1}, {contactCenter: support, weight: 2}]}\n',
      );

    const { branches, namedBranches } = tableOf(text);

    expect(Object.keys(namedBranches).sort()).toEqual(['airport', 'station']);
    expect(Object.entries(namedBranches).map(([id, index]) => [id, branches.at(index).id])).toEqual([
      ['airport', 'airport'],
      ['station', 'station'],
    ]);
  });

  it('leaves out the schedule of a branch that is always open', () => {
    const table = tableOf(tableFileWith('schedule: office-hours', 'schedule: always'));

    expect(table.branches.at(0)).not.toHaveProperty('scheduleId');
  });

  it('makes what CallAndBridge takes', () => {
    const text = tableFileWith('user: "+12065550150"', 'user: "+12065550150", headers: {X-Queue: cards}');

    const { callerId, contactCenters } = tableOf(text);
    const [contactCenter] = contactCenters;
    const action = callAndBridgeSchema.safeParse({
      Type: 'CallAndBridge',
      Parameters: {
        CallerIdNumber: callerId,
        Endpoints: [{ BridgeEndpointType: 'AWS', Arn: contactCenter?.voiceConnectorArn, Uri: contactCenter?.user }],
        SipHeaders: contextHeaders(contactCenter!.headers, 'an-id'),
      },
    });

    expect(action.error).toBeUndefined();
  });

  it('still makes a table of a file with errors, to look into them', () => {
    const compilation = compile(tableFileWith('- contactCenter: support', '- contactCenter: sales'));

    expect(compilation).toMatchObject({
      kind: 'invalid',
      table: { rules: [{ id: 'bills', attempts: [{ kind: 'contactCenter', id: 'sales' }] }] },
    });
  });
});
