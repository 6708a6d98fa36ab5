import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RollbackPreview } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';

/** What took effect, newest first: the chosen step and everything newer is taken back, what is older stays. */
export function RollbackSteps({
  steps,
  backTo,
  onChoose,
}: {
  steps: RollbackPreview['steps'];
  /** Key of the step to go back to; the oldest where none is chosen. */
  backTo: string | undefined;
  /** Absent where there is nothing to choose. */
  onChoose: ((key: string) => void) | undefined;
}) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();
  const chosen = backTo ? steps.findIndex(({ key }) => key === backTo) : steps.length - 1;
  const choosable = onChoose && steps.length > 1;
  const kept = steps.length - 1 - chosen;

  return (
    <div className="rollback-steps">
      <p className="muted">{t(choosable ? 'rollback.choose' : 'rollback.order')}</p>
      <Radio.Group
        aria-label={t('rollback.order')}
        value={steps[chosen]?.key}
        onChange={({ target }) => onChoose?.(String(target.value))}
      >
        <ol>
          {steps.map((step, index) => {
            const what = (
              <>
                <b>{word('systems:steps', step.step)}</b> {systemName(step.system)}{' '}
                <code className="muted">{step.serviceOrderId}</code>
                <div className="muted">
                  {step.undoneBy
                    ? t('rollback.by', { step: word('systems:steps', step.undoneBy) })
                    : word('provisioning:rollback.byHand', step.obstacle ?? '')}
                  {' · '}
                  {minute(step.happened)}
                </div>
              </>
            );
            return (
              <li key={step.key} className={index > chosen ? 'kept' : undefined}>
                {choosable ? <Radio value={step.key}>{what}</Radio> : <div>{what}</div>}
                {choosable && (
                  <Tag tone={index > chosen ? 'good' : 'warn'}>
                    {t(index > chosen ? 'rollback.stays' : 'rollback.goes')}
                  </Tag>
                )}
              </li>
            );
          })}
        </ol>
      </Radio.Group>
      {choosable && (
        <p className="muted" aria-live="polite">
          {kept > 0 ? t('rollback.someStay', { count: kept }) : t('rollback.nothingStays')}
        </p>
      )}
    </div>
  );
}
