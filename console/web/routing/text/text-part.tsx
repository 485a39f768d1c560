import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { FindingLine } from '../findings/finding-line.tsx';
import findingStyles from '../findings/findings.module.css';
import { useUnfinished } from '../forms/unfinished.tsx';
import { NoTableNotice } from '../unreadable-notice.tsx';
import { countLines, findingsByLine, spanOfLine } from './line-findings.ts';
import { LineNumbers } from './line-numbers.tsx';
import styles from './text.module.css';

/** Milliseconds without a key until what is typed is applied. */
const pauseMs = 600;
const mostShown = 50;
const formName = 'text';

/** The file itself, for whoever likes it better, or has to put it right before anything else can be done. */
export function TextPart({ desk }: { readonly desk: DraftDesk }): ReactElement {
  const { view, findings, mayEdit } = desk;
  const unfinished = useUnfinished();
  const [typed, setTyped] = useState<string | undefined>(() => {
    const kept = unfinished.get(formName);
    return typeof kept === 'string' ? kept : undefined;
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? view.text;
  const lines = useMemo(() => countLines(text), [text]);
  const byLine = useMemo(() => findingsByLine(findings), [findings]);
  const [scrollTop, setScrollTop] = useState(0);

  const apply = useRef<() => void>(() => undefined);
  useEffect(() => {
    apply.current = () => {
      unfinished.forget(formName);
      if (typed !== undefined && typed !== view.text) desk.edit({ op: 'text', text: typed }, 'edited the text');
      setTyped(undefined);
    };
  });
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => apply.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  // Whoever goes to another part takes along what they have typed.
  useEffect(() => () => apply.current(), []);

  function goTo(line: number): void {
    const { start, end } = spanOfLine(text, line);
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
    if (area.current !== null)
      area.current.scrollTop = ((line - 1) / lines) * area.current.scrollHeight - area.current.clientHeight / 3;
  }

  const inFile = findings.filter(({ file }) => file === undefined);
  return (
    <div className={styles['part']}>
      {view.file === undefined && (
        <NoTableNotice desk={desk}>The other parts are there again as soon as it can.</NoTableNotice>
      )}
      {inFile.length > 0 && (
        <ul className={findingStyles['list']} aria-label="Findings by line">
          {inFile.slice(0, mostShown).map((finding) => (
            <li key={`${finding.code} ${finding.line ?? ''} ${finding.path} ${finding.message}`}>
              <FindingLine
                table={desk.name}
                finding={finding}
                place={[finding.line === undefined ? '' : `line ${finding.line}`, finding.path]
                  .filter(Boolean)
                  .join(', ')}
                {...(finding.line === undefined ? {} : { onGo: () => goTo(finding.line ?? 1) })}
              />
            </li>
          ))}
          {inFile.length > mostShown && <li>And {inFile.length - mostShown} more.</li>}
        </ul>
      )}
      <div className={styles['editor']}>
        <LineNumbers lines={lines} byLine={byLine} scrollTop={scrollTop} />
        <textarea
          ref={area}
          className={styles['text']}
          aria-label={`Text of ${desk.name}`}
          aria-describedby="text-help"
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          readOnly={!mayEdit}
          value={text}
          onChange={(event) => {
            setTyped(event.target.value);
            unfinished.keep(formName, event.target.value);
          }}
          onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        />
      </div>
      <div className={styles['foot']}>
        <p id="text-help">
          {mayEdit
            ? 'What you type is taken into the draft when you pause. Tab leaves the field.'
            : 'You can read it, and not change it.'}
        </p>
        {typed !== undefined && <Button onPress={() => apply.current()}>Take it into the draft now</Button>}
      </div>
    </div>
  );
}
