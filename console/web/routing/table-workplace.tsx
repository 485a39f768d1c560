import { Suspense, useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { lateComponent } from '../ui/late-component.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { usePreloaded } from '../ui/use-preloaded.ts';
import { Waiting } from '../ui/waiting.tsx';
import type { DraftDesk, TableFile } from '../workbench/draft-desk.ts';
import { tableParts, type PartId, type Place } from './findings/places.ts';
import styles from './forms/forms.module.css';
import type { Jump } from './jump.ts';
import { Names } from './names-context.tsx';
import { ConflictNotice } from './status/conflict-notice.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { UnreadableNotice } from './unreadable-notice.tsx';

// A part is loaded when somebody goes there.
const RulesPart = lateComponent(() => import('./rules/rules-part.tsx').then(({ RulesPart: part }) => part));
const SchedulesPart = lateComponent(() =>
  import('./schedules/schedules-part.tsx').then(({ SchedulesPart: part }) => part),
);
const ContactCentresPart = lateComponent(() =>
  import('./contact-centres/contact-centres-part.tsx').then(({ ContactCentresPart: part }) => part),
);
const MenuPart = lateComponent(() => import('./menu/menu-part.tsx').then(({ MenuPart: part }) => part));
const TextPart = lateComponent(() => import('./text/text-part.tsx').then(({ TextPart: part }) => part));
const BranchesPart = lateComponent(() => import('./branches/branches-part.tsx').then(({ BranchesPart: part }) => part));
const HistoryPart = lateComponent(() => import('./history/history-part.tsx').then(({ HistoryPart: part }) => part));
const FindingsDialog = lateComponent(() =>
  import('./findings/findings-dialog.tsx').then(({ FindingsDialog: dialog }) => dialog),
);
const ReviewDialog = lateComponent(() =>
  import('./review/review-dialog.tsx').then(({ ReviewDialog: dialog }) => dialog),
);

const dialogs = [FindingsDialog.load, ReviewDialog.load] as const;

export interface TableWorkplaceProps {
  readonly desk: DraftDesk;
  readonly part: PartId;
}

/** One table with all its parts. */
export function TableWorkplace({ desk, part }: TableWorkplaceProps): ReactElement {
  usePreloaded(dialogs);
  const [, navigate] = useLocation();
  const [isReviewing, setReviewing] = useState(false);
  const [isListing, setListing] = useState(false);
  const [jump, setJump] = useState<Jump>();

  function show(next: PartId): void {
    navigate(`/routing/${encodeURIComponent(desk.name)}${next === 'rules' ? '' : `/${next}`}`);
  }
  function go(place: Place): void {
    setListing(false);
    setJump({ place });
    show(place.part);
  }

  const jumpTo = jump?.place.part === part ? jump : undefined;
  return (
    <Page
      title={desk.name}
      wide
      actions={<Link href={`/simulator/${desk.name}?of=draft`}>Try it in the simulator</Link>}
    >
      <div className={styles['section']}>
        <StatusBar desk={desk} onFindings={() => setListing(true)} onReview={() => setReviewing(true)} />
        <ConflictNotice desk={desk} />
        <Names view={desk.view}>
          <Tabs
            label="Parts of the table"
            selected={part}
            onSelect={(id) => {
              const chosen = tableParts.find((each) => each.id === id);
              if (chosen !== undefined && chosen.id !== part) show(chosen.id);
            }}
            items={tableParts.map(({ id, title }) => ({
              id,
              title,
              content: id === part ? <Part id={id} desk={desk} jump={jumpTo} /> : null,
            }))}
          />
        </Names>
      </div>
      {isListing && (
        <Suspense fallback={null}>
          <FindingsDialog desk={desk} isOpen onClose={() => setListing(false)} onGo={go} />
        </Suspense>
      )}
      {isReviewing && (
        <Suspense fallback={null}>
          <ReviewDialog desk={desk} isOpen onClose={() => setReviewing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

interface PartProps {
  readonly id: PartId;
  readonly desk: DraftDesk;
  readonly jump: Jump | undefined;
}

function Part({ id, desk, jump }: PartProps): ReactElement {
  return <Suspense fallback={<Waiting />}>{content(id, desk, jump)}</Suspense>;
}

function content(id: PartId, desk: DraftDesk, jump: Jump | undefined): ReactElement {
  if (id === 'text') return <TextPart desk={desk} />;
  if (id === 'history') return <HistoryPart desk={desk} />;
  const { file } = desk.view;
  return file === undefined ? <UnreadableNotice desk={desk} /> : formOf(id, desk, file, jump);
}

function formOf(
  id: Exclude<PartId, 'text' | 'history'>,
  desk: DraftDesk,
  file: TableFile,
  jump: Jump | undefined,
): ReactElement {
  switch (id) {
    case 'rules':
      return <RulesPart desk={desk} file={file} jump={jump} />;
    case 'schedules':
      return <SchedulesPart desk={desk} file={file} jump={jump} />;
    case 'contact-centres':
      return <ContactCentresPart desk={desk} file={file} jump={jump} />;
    case 'branches':
      return <BranchesPart desk={desk} />;
    case 'menu':
      return <MenuPart desk={desk} file={file} jump={jump} />;
  }
}
