import { undoKeyOf, type Focused, type Stroke } from '../../../../../../console/web/routing/status/undo-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, defaultPrevented: false };
const ctrlZ: Stroke = { ...none, key: 'z', ctrlKey: true };
const row: Focused = { tagName: 'DIV', isContentEditable: false };

describe('The keys that take back an edit of the table', () => {
  it.each([
    ['undo', ctrlZ],
    ['undo', { ...ctrlZ, ctrlKey: false, metaKey: true }],
    ['redo', { ...ctrlZ, key: 'Z', shiftKey: true }],
    ['redo', { ...ctrlZ, key: 'y' }],
  ] as const)('%s it: %j', (expected, stroke) => {
    expect(undoKeyOf(stroke, row)).toBe(expected);
    expect(undoKeyOf(stroke, undefined)).toBe(expected);
  });

  it.each([
    { tagName: 'INPUT', type: 'text', isContentEditable: false },
    { tagName: 'INPUT', type: 'search', isContentEditable: false },
    { tagName: 'INPUT', type: 'time', isContentEditable: false },
    { tagName: 'INPUT', type: 'number', isContentEditable: false },
    { tagName: 'TEXTAREA', isContentEditable: false },
    // A part of a date, as the accessible fields for dates have it.
    { tagName: 'DIV', isContentEditable: true },
  ])('are the field’s while somebody types into it: %j', (field) => {
    expect(undoKeyOf(ctrlZ, field)).toBeUndefined();
    expect(undoKeyOf({ ...ctrlZ, key: 'y' }, field)).toBeUndefined();
  });

  it.each(['checkbox', 'radio', 'range'])('are the table’s where nothing can be typed: %s', (type) => {
    expect(undoKeyOf(ctrlZ, { tagName: 'INPUT', type, isContentEditable: false })).toBe('undo');
  });

  it.each([
    { ...ctrlZ, ctrlKey: false },
    { ...ctrlZ, altKey: true },
    { ...ctrlZ, defaultPrevented: true },
    { ...ctrlZ, key: 'a' },
  ])('are no others, and none that something else has taken: %j', (stroke) => {
    expect(undoKeyOf(stroke, row)).toBeUndefined();
  });
});
