import type { ReactElement } from 'react';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FixedPart } from './fixed-part.tsx';
import { defaultFormName } from './form-names.ts';
import { DefaultForm } from './late-forms.ts';
import { RuleSentence } from './rule-sentence.tsx';

export interface DefaultRuleProps {
  readonly desk: DraftDesk;
  readonly value: TableFile['default'];
  readonly findings: readonly FindingAnswer[];
}

/** Who is tried for everybody whom no rule takes. */
export function DefaultRule({ desk, value, findings }: DefaultRuleProps): ReactElement {
  return (
    <FixedPart
      desk={desk}
      id="everybody-else"
      heading="Everybody else"
      what="the default"
      words={<RuleSentence rule={value} isDefault />}
      findings={findings}
      form={<DefaultForm desk={desk} value={value} />}
      formName={defaultFormName}
    />
  );
}
