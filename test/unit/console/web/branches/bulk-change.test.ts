import { bulkEdit } from '../../../../../console/web/routing/branches/bulk/bulk-change.ts';
import { austin, boise, tacoma, threeBranches } from './branches-fixture.ts';

describe('A change to many branches', () => {
  it('sets a schedule where it is another, in one edit', () => {
    expect(bulkEdit(threeBranches, ['tacoma', 'boise'], { kind: 'schedule', schedule: 'always' })).toEqual({
      edit: { op: 'branches', set: { tacoma: { ...tacoma, schedule: 'always' } }, remove: [] },
      words: 'gave 1 branch the schedule always',
      changed: 1,
      refused: [],
    });
  });

  it('adds a service after the others, once', () => {
    const { edit, words } = bulkEdit(threeBranches, ['tacoma', 'boise'], { kind: 'addService', service: 'loans' });

    expect(edit).toEqual({ op: 'branches', set: { boise: { ...boise, services: ['cards', 'loans'] } }, remove: [] });
    expect(words).toBe('added loans to 1 branch');
  });

  it('leaves a branch its last service, and says which', () => {
    const change = bulkEdit(threeBranches, threeBranches.keys(), { kind: 'removeService', service: 'loans' });

    expect(change).toEqual({
      edit: { op: 'branches', set: { tacoma: { ...tacoma, services: ['cards'] } }, remove: [] },
      words: 'took loans from 1 branch',
      changed: 1,
      refused: ['austin'],
    });
  });

  it('sets a capacity, and takes it away', () => {
    const { capacity: _, ...unlimited } = tacoma;

    const set = bulkEdit(threeBranches, ['tacoma', 'austin'], { kind: 'capacity', capacity: 4 });
    const taken = bulkEdit(threeBranches, ['tacoma', 'austin'], { kind: 'capacity' });

    expect(set.edit).toEqual({ op: 'branches', set: { austin: { ...austin, capacity: 4 } }, remove: [] });
    expect(taken.edit).toEqual({ op: 'branches', set: { tacoma: unlimited }, remove: [] });
  });

  it('deletes those that are still there', () => {
    expect(bulkEdit(threeBranches, ['boise', 'gone', 'austin'], { kind: 'delete' })).toEqual({
      edit: { op: 'branches', set: {}, remove: ['boise', 'austin'] },
      words: 'deleted 2 branches',
      changed: 2,
      refused: [],
    });
  });

  it('is none when nothing would be another', () => {
    const change = bulkEdit(threeBranches, ['boise'], { kind: 'schedule', schedule: 'always' });

    expect(change).not.toHaveProperty('edit');
    expect(change.changed).toBe(0);
  });
});
