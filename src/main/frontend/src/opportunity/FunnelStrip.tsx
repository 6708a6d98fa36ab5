import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../api/types';
import { yuan } from './stages';

type Which = { stage?: string; state?: string; age?: string };

/** How opportunities narrow down, what was won, and what may be expected; each number leads to the list of what it counts. */
export function FunnelStrip({
  funnel,
  onShow,
}: {
  funnel: Funnel | undefined;
  onShow: (which: Which) => void;
}) {
  const { t } = useTranslation('opportunity');
  const most = Math.max(1, ...(funnel?.stages.map(({ count }) => count) ?? []));
  const over = funnel?.stages.reduce((sum, heap) => sum + heap.over, 0) ?? 0;
  const ended = (funnel?.converted.count ?? 0) + (funnel?.terminated.count ?? 0);
  const facts: [string, ReactNode, Which?][] = [
    [t('funnel.forecast'), t('yuan', { amount: yuan(funnel?.forecast) })],
    [t('funnel.win'), ended > 0 ? `${funnel?.winPercent}%` : '–', { state: 'converted' }],
    [t('funnel.waiting'), funnel?.waiting.count ?? 0, { state: 'new' }],
    [t('funnel.over'), over, { age: 'over' }],
  ];
  return (
    <section className="card funnel" aria-label={t('funnel.title')}>
      <ol className="funnel-stages">
        {funnel?.stages.map((heap) => (
          <li key={heap.name}>
            <button
              type="button"
              title={t('funnel.show')}
              onClick={() => onShow({ stage: heap.name, state: 'inProgress' })}
            >
              <span className="muted">{t(`stage.${heap.name as 'discovery'}`)}</span>
              <b>{heap.count}</b>
              <span className="funnel-bar" aria-hidden>
                <i style={{ width: `${(100 * heap.count) / most}%` }} />
              </span>
              <span className="number funnel-money">{t('yuan', { amount: yuan(heap.revenue) })}</span>
            </button>
          </li>
        ))}
      </ol>
      <dl className="funnel-facts">
        {facts.map(([name, value, which]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number" data-bad={which?.age === 'over' && over > 0}>
              {which ? (
                <button
                  type="button"
                  title={t('funnel.show')}
                  aria-label={`${name} ${value}, ${t('funnel.show')}`}
                  onClick={() => onShow(which)}
                >
                  {value}
                </button>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
