import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './findings.module.css';
import { simulatorLink } from './simulator-link.ts';

const icons = { error: 'error', warning: 'warning', note: 'info' } as const satisfies Record<
  FindingAnswer['severity'],
  IconName
>;
const severityWords = { error: 'Error', warning: 'Warning', note: 'Note' } as const;

export interface FindingLineProps {
  readonly table: string;
  readonly finding: FindingAnswer;
  /** Where the line does not stand at its place: the place in words, and the way there. */
  readonly place?: string;
  readonly onGo?: () => void;
}

export function FindingLine({ table, finding, place, onGo }: FindingLineProps): ReactElement {
  const { severity, message, path, witness } = finding;
  return (
    <div className={styles['finding']} data-severity={severity}>
      <Icon name={icons[severity]} />
      <div className={styles['words']}>
        <strong>{severityWords[severity]}</strong> {place !== undefined && <span>{place}: </span>}
        {place === undefined && inside(path) !== '' && <code>{inside(path)}</code>} {message}{' '}
        {witness !== undefined && <Link href={simulatorLink(table, witness)}>Show this caller</Link>}
      </div>
      {onGo !== undefined && (
        <Button variant="quiet" onPress={onGo} aria-label={`Go there: ${place ?? path}`}>
          Go there
        </Button>
      )}
    </div>
  );
}

/** Within the rule or the thing: "when.reason[0]". */
function inside(path: string): string {
  return path.replace(/^(?:rules\[\d+\]|default|[a-zA-Z]+\.[^.[\]]+)\.?/, '');
}

/** "rule lost-cards, when.reason[0]"; undefined: the file as a whole. */
function whereOf({ rule, path }: FindingAnswer): string | undefined {
  const place = rule === undefined ? path : [`rule ${rule}`, inside(path)].filter((part) => part !== '').join(', ');
  return place === '' ? undefined : place;
}

export interface FindingLinesProps {
  readonly table: string;
  readonly findings: readonly FindingAnswer[];
  /** They do not stand at their places: each says its own. */
  readonly saysWhere?: boolean;
}

export function FindingLines({ table, findings, saysWhere = false }: FindingLinesProps): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {findings.map((finding) => {
        const place = saysWhere ? whereOf(finding) : undefined;
        return (
          <li key={`${finding.code} ${finding.path} ${finding.message}`}>
            <FindingLine table={table} finding={finding} {...(place === undefined ? {} : { place })} />
          </li>
        );
      })}
    </ul>
  );
}
