import { useTranslation } from 'react-i18next';
import type { OrderDetail, SubscriptionOrder } from '../api/types';
import { FalloutLink } from '../provisioning/FalloutLink';
import { StateTag } from '../ui/StateTag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';

/** What the customer subscribes to by this order, as the CRM is told. */
export function Subscriptions({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('ordering');
  if (order.subscriptionOrders.length === 0) return null;
  return (
    <section className="card" aria-labelledby="order-subscriptions">
      <div className="card-head">
        <h2 id="order-subscriptions">{t('subscription.title')}</h2>
        <span className="muted">{t('subscription.hint')}</span>
      </div>
      <table className="tree">
        <thead>
          <tr>
            <th>{t('subscription.name')}</th>
            <th>{t('state')}</th>
            <th>{t('subscription.crmId')}</th>
            <th>{t('subscription.registered')}</th>
          </tr>
        </thead>
        <tbody>
          {order.subscriptionOrders.map((subscription) => (
            <Row key={subscription.id} subscription={subscription} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ subscription }: { subscription: SubscriptionOrder }) {
  const bilingual = useBilingual();
  const word = useWord();
  const { state } = subscription;
  return (
    <tr className="tree-service">
      <td>
        <div className="tree-name">
          <b>{bilingual(subscription, 'productName')}</b>
          <span className="muted">{word('ordering:action', subscription.action)}</span>
        </div>
        <code className="muted">{subscription.id}</code>
        {subscription.message && (
          <div
            className={state === 'completed' || state === 'cancelled' ? 'tree-note' : 'tree-note tree-bad'}
          >
            {subscription.message}
          </div>
        )}
        {subscription.openFallout && (
          <div className="tree-note">
            <FalloutLink id={subscription.openFallout} />
          </div>
        )}
      </td>
      <td>
        <StateTag state={state} />
      </td>
      <td className="number nowrap">{subscription.crmId ?? '–'}</td>
      <td className="number nowrap">{state === 'completed' ? minute(subscription.completed) : '–'}</td>
    </tr>
  );
}
