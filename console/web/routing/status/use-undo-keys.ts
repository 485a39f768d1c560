import { useEffect } from 'react';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { undoKeyOf, type Focused } from './undo-keys.ts';

/** Takes back edits of the table by the keys for it; under a dialog nothing changes. */
export function useUndoKeys({ undo, redo }: Pick<DraftDesk, 'undo' | 'redo'>): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const asked = undoKeyOf(event, focusedOf(event.target));
      if (asked === undefined || isUnderDialog()) return;
      event.preventDefault();
      if (asked === 'redo') redo();
      else undo();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [undo, redo]);
}

/** What somebody is asked about stays as it is while they are asked. */
function isUnderDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function focusedOf(target: EventTarget | null): Focused | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const { tagName, isContentEditable } = target;
  return { tagName, isContentEditable, ...(target instanceof HTMLInputElement ? { type: target.type } : {}) };
}
