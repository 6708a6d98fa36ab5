import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Page, Subscription } from '../api/types';
import { mayCancel } from '../cancellation/rights';
import { useMe } from '../shell/session';
import { Failure } from '../ui/Blank';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';

/** Everything the order's customer subscribes to now, whichever order it came with. */
export function HeldProducts({
  held,
  customer,
}: {
  held: UseQueryResult<Page<Subscription>>;
  customer: string;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const cancels = mayCancel(useMe());
  if (held.error) return <Failure error={held.error} onRetry={() => void held.refetch()} />;
  if (!held.data) return <Waiting rows={3} />;
  if (held.data.total === 0) return <p className="order-none">{t('subscription.none')}</p>;
  return (
    <table className="tree held">
      <thead>
        <tr>
          <th>{t('product')}</th>
          <th>{t('subscription.crmId')}</th>
          <th>{t('subscription.since')}</th>
          <th>{t('subscription.lastOrder')}</th>
          {cancels && <th aria-label={t('subscription.cancel')} />}
        </tr>
      </thead>
      <tbody>
        {held.data.items.map((subscription) => (
          <tr key={subscription.id} className="tree-service">
            <td>
              <b>{bilingual(subscription, 'productName')}</b>
              <div>
                <code className="muted">{subscription.id}</code>
              </div>
            </td>
            <td className="number nowrap">{subscription.crmId ?? '–'}</td>
            <td className="number nowrap">{minute(subscription.since)}</td>
            <td className="number nowrap">
              <Link to={`/orders/${subscription.orderId}`}>{subscription.orderId}</Link>
            </td>
            {cancels && (
              <td>
                <Link to={`/cancellations/new?customer=${customer}&subscription=${subscription.id}`}>
                  {t('subscription.cancel')}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
