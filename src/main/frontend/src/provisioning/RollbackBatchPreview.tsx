import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RollbackPreview } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { useWord } from '../ui/words';
import './rollback-batch.css';

/** What would be taken back of each order, the newest order first and of each its newest step. */
export function RollbackBatchPreview({ orders }: { orders: RollbackPreview[] }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();
  const ids = new Set(orders.map(({ orderId }) => orderId));
  const goes = ({ obstacle, chain }: RollbackPreview) =>
    !obstacle || (obstacle === 'later-orders' && chain.every((later) => ids.has(later)));
  return (
    <ol className="rollback-batch" aria-label={t('rollback.batch.preview')}>
      {orders.map((order) => (
        <li key={order.orderId}>
          <Link to={`/orders/${order.orderId}`} className="number">
            {order.orderId}
          </Link>
          {goes(order) ? (
            <ol className="muted">
              {order.steps.map((step) => (
                <li key={step.key}>
                  {word('systems:steps', step.step)} {systemName(step.system)} ·{' '}
                  {step.undoneBy
                    ? t('rollback.by', { step: word('systems:steps', step.undoneBy) })
                    : word('provisioning:rollback.byHand', step.obstacle ?? '')}
                </li>
              ))}
            </ol>
          ) : (
            <div className="muted">{word('provisioning:rollback.obstacles', order.obstacle!)}</div>
          )}
        </li>
      ))}
    </ol>
  );
}
