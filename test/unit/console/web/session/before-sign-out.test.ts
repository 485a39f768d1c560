import { saveBeforeSignOut, type SignOutDoors } from '../../../../../console/web/session/before-sign-out.ts';
import { OpenWorks, type OpenWork } from '../../../../../console/web/session/open-works.ts';

function aDraft(name: string, save: () => Promise<void>): OpenWork & { isUnsaved(): boolean } {
  let isUnsaved = true;
  return {
    name,
    isUnsaved: () => isUnsaved,
    save: async () => {
      await save();
      isUnsaved = false;
    },
    drop: () => undefined,
  };
}
const saves = (): Promise<void> => Promise.resolve();
const fails = (): Promise<void> => Promise.reject(new Error('offline'));
const hangs = (): Promise<void> => new Promise(() => undefined);

function doors(drafts: readonly OpenWork[], change: Partial<SignOutDoors> = {}): SignOutDoors {
  const works = new OpenWorks();
  for (const draft of drafts) works.add(draft);
  return { works, copiedTables: async () => [], hasForms: async () => false, wait: async () => undefined, ...change };
}

describe('Before somebody signs out', () => {
  it('nothing is asked, nor waited for, where all is saved', async () => {
    const waits: number[] = [];

    const unsaved = await saveBeforeSignOut(doors([], { wait: async (ms) => void waits.push(ms) }));

    expect(unsaved).toBeUndefined();
    expect(waits).toEqual([]);
  });

  it('drafts are saved', async () => {
    const draft = aDraft('example-bank', saves);

    const unsaved = await saveBeforeSignOut(doors([draft], { wait: hangs }));

    expect(unsaved).toBeUndefined();
    expect(draft.isUnsaved()).toBe(false);
  });

  it.each([
    ['that the API refuses', fails],
    ['of which nobody hears', hangs],
  ])('drafts are asked about %s, and others saved', async (_, save) => {
    const unsaved = await saveBeforeSignOut(doors([aDraft('loans', save), aDraft('example-bank', saves)]));

    expect(unsaved).toEqual({ tables: ['loans'], hasForms: false });
  });

  it('drafts that other tabs save meanwhile are not asked about', async () => {
    const copies = [['example-bank'], []];

    const unsaved = await saveBeforeSignOut(doors([], { copiedTables: async () => copies.shift() ?? [] }));

    expect(unsaved).toBeUndefined();
  });

  it('drafts are asked about that another tab has, or has left', async () => {
    const copiedTables = async (): Promise<readonly string[]> => ['loans', 'example-bank'];

    const unsaved = await saveBeforeSignOut(doors([aDraft('loans', fails)], { copiedTables }));

    expect(unsaved).toEqual({ tables: ['example-bank', 'loans'], hasForms: false });
  });

  it('forms that are not finished are asked about', async () => {
    const unsaved = await saveBeforeSignOut(doors([], { hasForms: async () => true }));

    expect(unsaved).toEqual({ tables: [], hasForms: true });
  });
});

describe('What is open in a tab', () => {
  it('is ended by the sign-out, and what was closed before is not', () => {
    const works = new OpenWorks();
    const dropped: string[] = [];
    for (const name of ['open', 'closed']) {
      const close = works.add({ ...aDraft(name, saves), drop: () => dropped.push(name) });
      if (name === 'closed') close();
    }

    works.drop();

    expect(dropped).toEqual(['open']);
    expect(works.unsaved()).toEqual([]);
  });
});
