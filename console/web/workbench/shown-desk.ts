import type { SavedDraft, TableResponse } from '../../../shared/contracts/tables-api.ts';
import type { Checking } from './checking.ts';
import type { DeskDoors } from './desk-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { DraftSaver } from './saving/draft-saver.ts';
import { sameSource } from './saving/draft-server.ts';
import type { Sheet } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';

/** What whoever is at the desk can do. */
export type DeskCommands = Pick<DraftDesk, 'edit' | 'undo' | 'redo' | 'settle' | 'discard' | 'review' | 'publish'>;

export interface DeskParts {
  readonly doors: Pick<DeskDoors, 'name' | 'mayEdit'>;
  readonly sheet: Sheet;
  /** What is on the sheet. */
  readonly now: Snapshot;
  readonly saver: DraftSaver;
  readonly checking: Checking;
  readonly commands: DeskCommands;
  readonly published: TableResponse | undefined;
  /** Who has saved last, where it was somebody else. */
  readonly lastEditor: SavedDraft | undefined;
}

/** The desk as pages see it at this moment. */
export function shownDesk(parts: DeskParts): DraftDesk {
  const { doors, sheet, now, saver, checking, commands, published, lastEditor } = parts;
  const { undoable, redoable } = sheet;
  const { last } = sheet.texts;
  const source = last?.source ?? { table: { name: `${doors.name}.yaml`, text: now.view.text } };
  return {
    ...commands,
    name: doors.name,
    view: now.view,
    findings: checking.findings,
    isChecking: checking.isBusy || last?.revision !== now.revision,
    mayEdit: doors.mayEdit,
    ...(undoable === undefined ? {} : { undoable }),
    ...(redoable === undefined ? {} : { redoable }),
    saving: saver.state,
    ...(lastEditor === undefined ? {} : { lastEditor: { by: lastEditor.by, at: lastEditor.at } }),
    begunFrom: saver.basedOn,
    differs: !sameSource(source, published?.source),
    source,
    ...(published === undefined ? {} : { published: published.version, publishedSource: published.source }),
  };
}
