import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../api/types';
import { said } from '../ui/said';
import { Tag, type Tone } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';

const TONES: Record<string, Tone> = {
  asked: 'info',
  done: 'good',
  refused: 'bad',
  late: 'plain',
  unanswered: 'warn',
};

/** Who asked what of the unit, when and why, and what became of it; newest first. */
export function WorkOrderLog({ order }: { order: WorkOrderDetail }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  if (order.log.length === 0) return null;
  return (
    <section className="work-order-log" aria-labelledby="work-order-log">
      <h3 id="work-order-log">{t('workOrder.log')}</h3>
      <ol>
        {order.log.map((entry) => (
          <li key={entry.at}>
            <header>
              <b>{word('provisioning:workOrder.actions', entry.name)}</b>
              <Tag tone={TONES[entry.state] ?? 'plain'}>
                {word('provisioning:workOrder.outcomes', entry.state)}
              </Tag>
              <span className="muted">
                {entry.personName} <span className="number">{minute(entry.at)}</span>
              </span>
            </header>
            <p>{entry.words}</p>
            {entry.priority != null && (
              <p className="muted">
                {t('workOrder.raised', {
                  priority: word('ordering:priorities', String(entry.priority)),
                })}
              </p>
            )}
            {entry.answer && (
              <p className="muted">{t('workOrder.unitSays', { words: said(entry.answer) })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
