import { useEffect } from 'react';
import type { DraftDesk } from '../../workbench/draft-desk.ts';

/** Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y), or with the command key; within a field they belong to the field, and under a dialog nothing changes. */
export function useUndoKeys({ undo, redo }: Pick<DraftDesk, 'undo' | 'redo'>): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if ((key !== 'z' && key !== 'y') || isField(event.target) || isUnderDialog()) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
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

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
  );
}
