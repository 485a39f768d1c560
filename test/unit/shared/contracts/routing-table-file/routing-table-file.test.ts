import * as z from 'zod';
import { parse } from 'yaml';
import { routingTableFileSchema } from '../../../../../shared/contracts/routing-table-file.ts';
import { nearestName } from '../../../../../shared/contracts/table-file/nearest-name.ts';
import { smallTableFile, tableFileWith } from '../../../../support/table-file-builder.ts';

function messages(text: string): string[] {
  const read = routingTableFileSchema.safeParse(parse(text));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('the shape of a table file', () => {
  it('fills in what may be left out', () => {
    const file = routingTableFileSchema.parse(
      parse(
        '{name: b, callerId: "+14255550100", dialling: {allow: ["+1"]}, default: {attempts: [{contactCenter: support}]}}',
      ),
    );

    expect(file).toMatchObject({ reasons: {}, schedules: {}, contactCenters: {}, branches: {}, rules: [] });
  });

  it.each([
    {
      case: 'no attempts',
      text: tableFileWith('default:\n  attempts:\n    - contactCenter: support', 'default:\n  attempts: []'),
      problem: 'default.attempts must not be an empty list',
    },
    {
      case: 'a name that was read in a wrong encoding, written as an escape',
      text: tableFileWith('name: Downtown', 'name: "Montr\\uFFFDal"'),
      problem: 'name must not have "\uFFFD"',
    },
    {
      case: 'an attempt of two kinds',
      text: tableFileWith('- contactCenter: support\n', '- contactCenter: support\n        branch: downtown\n'),
      problem: 'rules.0.attempts.0 must have exactly one of',
    },
    {
      case: 'an attempt of no kind',
      text: tableFileWith('- contactCenter: support\n', '- timeout: 20\n'),
      problem: 'rules.0.attempts.0 must have exactly one of',
    },
    {
      case: 'a ring time for words',
      text: tableFileWith(
        '- contactCenter: support\n',
        '- message: { id: sorry, words: Sorry }\n        timeout: 20\n',
      ),
      problem: 'rules.0.attempts.0.timeout does not belong to a message',
    },
    {
      case: 'a ring time of 0 s',
      text: tableFileWith('- contactCenter: support\n', '- contactCenter: support\n        timeout: 0\n'),
      problem: 'timeout must be 1 to 120 seconds',
    },
    {
      case: 'a ring time of 121 s',
      text: tableFileWith('- contactCenter: support\n', '- contactCenter: support\n        timeout: 121\n'),
      problem: 'timeout must be 1 to 120 seconds',
    },
    {
      case: 'part of a second',
      text: tableFileWith('- contactCenter: support\n', '- contactCenter: support\n        timeout: 1.5\n'),
      problem: 'timeout must be whole seconds',
    },
    {
      case: 'a distance of nothing',
      text: tableFileWith('- contactCenter: support\n', '- nearestBranch: {within: 0}\n'),
      problem: 'within must be more than 0 kilometres',
    },
    {
      case: 'a distance beyond the Earth',
      text: tableFileWith('- contactCenter: support\n', '- nearestBranch: {within: 30000}\n'),
      problem: 'within must be a distance on Earth',
    },
    {
      case: 'a user part with an "@"',
      text: tableFileWith('user: "+12065550150"', 'user: "a@b"'),
      problem: 'contactCenters.support.user must be the user part',
    },
    {
      case: 'a user part of 31 characters',
      text: tableFileWith('user: "+12065550150"', `user: "${'a'.repeat(31)}"`),
      problem: 'contactCenters.support.user must be the user part',
    },
    {
      case: 'an ARN of something else',
      text: tableFileWith('chime:us-east-1', 's3:us-east-1'),
      problem: 'contactCenters.support.voiceConnector must be the ARN',
    },
    {
      case: 'a latitude of 91 degrees',
      text: tableFileWith('[47.608,', '[91,'),
      problem: 'branches.downtown.coordinates.0 must be -90 to 90',
    },
    {
      case: 'coordinates the wrong way round',
      text: tableFileWith('[47.608, -122.3351]', '[-122.3351, 47.608]'),
      problem: 'branches.downtown.coordinates.0 must be -90 to 90',
    },
    {
      case: 'hours that are none',
      text: tableFileWith('09:00-17:00', '9-17'),
      problem: 'must be hours such as "09:00-12:30"',
    },
    {
      case: 'an hour after midnight',
      text: tableFileWith('09:00-17:00', '09:00-25:00'),
      problem: 'must be hours such as "09:00-12:30"',
    },
    {
      case: 'hours without an end',
      text: tableFileWith('09:00-17:00', '09:00-09:00'),
      problem: 'must not end as it begins',
    },
    {
      case: 'a day that is none',
      text: tableFileWith('mon-fri:', 'weekdays:'),
      problem: 'schedules.office-hours.weekly.weekdays Invalid key',
    },
    {
      case: 'an offset for a time zone',
      text: tableFileWith('America/New_York', '"+05:00"'),
      problem: 'timeZone is not a time zone',
    },
    {
      case: 'a holiday on a day that does not exist',
      text: tableFileWith('    weekly:', '    holidays: [{date: 2026-02-30, name: x}]\n    weekly:'),
      problem: 'holidays.0.date must be a date',
    },
    {
      case: 'a way in that does not exist',
      text: tableFileWith('{ reason: [billing] }', '{ entry: [fax] }'),
      problem: 'when.entry.0 must be a way in',
    },
    {
      case: 'a schedule neither open nor closed',
      text: tableFileWith('{ reason: [billing] }', '{ schedule: {office-hours: opne} }'),
      problem: 'when.schedule.office-hours must be open or closed',
    },
    {
      case: 'a postal prefix that YAML takes for a number',
      text: tableFileWith('{ reason: [billing] }', '{ postalPrefix: [981] }'),
      problem: 'when.postalPrefix.0 must be text: put it in quotes',
    },
    {
      case: 'an unknown header profile',
      text: tableFileWith('voiceConnector:', 'headerProfile: uui, voiceConnector:'),
      problem: 'headerProfile must be one of rfc7433, isdn-pd, pd-param, audiocodes, azure, x-header, none',
    },
  ])('refuses $case', ({ text, problem }) => {
    expect(messages(text)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    { id: 'a', fits: true },
    { id: 'lost-card-2', fits: true },
    { id: `a${'b'.repeat(31)}`, fits: true },
    { id: `a${'b'.repeat(32)}`, fits: false },
    { id: '2nd', fits: false },
    { id: 'lost_card', fits: false },
  ])('takes the reason id $id: $fits', ({ id, fits }) => {
    const text = smallTableFile.replace('  billing:', `  ${id}:`).replace('[billing]', `[${id}]`);

    expect(messages(text).length === 0).toBe(fits);
  });

  it('can be given to editors as a JSON Schema', () => {
    const schema = z.toJSONSchema(routingTableFileSchema, { io: 'input' });

    expect(schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['name', 'callerId', 'dialling', 'default'],
    });
  });
});

describe('the name that was meant', () => {
  it.each([
    { name: 'whne', known: ['id', 'when', 'attempts'], meant: 'when' },
    { name: 'contact_centre', known: ['contactCenter', 'branch'], meant: 'contactCenter' },
    { name: 'Rules', known: ['rules', 'reasons'], meant: 'rules' },
    { name: 'id2', known: ['id', 'when'], meant: 'id' },
    { name: 'fax', known: ['phone', 'branch'], meant: undefined },
    { name: 'x', known: [], meant: undefined },
  ])('is $meant for $name', ({ name, known, meant }) => {
    expect(nearestName(name, known)).toBe(meant);
  });
});
