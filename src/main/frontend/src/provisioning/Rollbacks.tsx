import { useTranslation } from 'react-i18next';
import type { Rollback } from '../api/types';
import { ServiceOrderLink } from '../ordering/ServiceOrderLink';
import { useSystemName } from '../systems/useSystemName';
import { Tag, type Tone } from '../ui/Tag';
import { minute, second } from '../ui/time';
import { useWord } from '../ui/words';

const TONES: Record<string, Tone> = { running: 'info', undone: 'good', incomplete: 'warn' };
const STEP_TONES: Record<string, Tone> = { asked: 'info', undone: 'good', settled: 'good', left: 'warn' };

/** What was taken back of an order, step by step, newest first. */
export function Rollbacks({ rollbacks }: { rollbacks: Rollback[] }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();
  return (
    <div className="rollbacks">
      {rollbacks.map((rollback) => (
        <section key={rollback.id} aria-label={rollback.id}>
          <header>
            <b>{rollback.id}</b>
            <Tag tone={TONES[rollback.state] ?? 'plain'}>
              {rollback.backTo && rollback.state === 'undone'
                ? t('rollback.reached')
                : word('provisioning:rollback.states', rollback.state)}
            </Tag>
            <span className="muted">
              {rollback.personName ?? t('rollback.byRule')} {minute(rollback.created)}
            </span>
          </header>
          <p>{rollback.reason}</p>
          <table className="tree">
            <thead>
              <tr>
                <th>{t('rollback.what')}</th>
                <th>{t('target')}</th>
                <th>{t('rollback.how')}</th>
                <th>{t('state')}</th>
                <th>{t('rollback.settled')}</th>
              </tr>
            </thead>
            <tbody>
              {rollback.steps.map((step) => (
                <tr key={step.position}>
                  <td>
                    {word('systems:steps', step.step)} <ServiceOrderLink id={step.serviceOrderId} />
                  </td>
                  <td>{systemName(step.system)}</td>
                  <td>
                    {step.undoneBy
                      ? word('systems:steps', step.undoneBy)
                      : word('provisioning:rollback.byHand', step.obstacle ?? '')}
                  </td>
                  <td>
                    <Tag tone={STEP_TONES[step.state] ?? 'plain'}>
                      {word('provisioning:rollback.steps', step.state)}
                    </Tag>
                  </td>
                  <td className="number nowrap">{step.settled ? second(step.settled) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
