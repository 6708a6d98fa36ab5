import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { customerQuery, ordersQuery } from '../ordering/queries';
import { StateTag } from '../ui/StateTag';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { intakesQuery } from './queries';
import { IntakeState } from './StateTag';
import { useName } from './useName';

const MOST = 4;

/** Who is speaking, and what else we are doing for them: whoever calls again is known at once. */
export function CustomerCard({ id }: { id: string }) {
  const { t } = useTranslation('intake');
  const nameOf = useName();
  const customer = useQuery(customerQuery(id));
  const intakes = useQuery(intakesQuery({ customer: id, size: MOST }));
  const orders = useQuery(ordersQuery({ q: id, size: MOST }));
  const shown = customer.data;

  return (
    <section className="card intake-side" aria-labelledby="intake-known">
      <h2 id="intake-known">{t('aboutCustomer')}</h2>
      {shown && (
        <dl className="intake-facts">
          <dt>{t('level')}</dt>
          <dd>
            <Tag tone={shown.level === 'A' ? 'info' : 'plain'}>{shown.level}</Tag>
          </dd>
          <dt>{t('city')}</dt>
          <dd>{shown.cityName}</dd>
          <dt>{t('managerName')}</dt>
          <dd>{shown.managerName ?? t('noManager')}</dd>
          <dt>{t('contactName')}</dt>
          <dd>{shown.contact ? `${shown.contact.name} ${shown.contact.phoneMasked ?? ''}` : '–'}</dd>
        </dl>
      )}
      <h3>{t('otherIntakes', { count: intakes.data?.total ?? 0 })}</h3>
      {intakes.data?.items.length === 0 && <p className="muted">{t('noOtherIntakes')}</p>}
      <ul className="intake-others">
        {intakes.data?.items.map((row) => (
          <li key={row.id}>
            <Link to={`/intakes/${row.id}`}>{nameOf(row)}</Link>
            <IntakeState row={row} />
            <span className="muted number">{minute(row.created)}</span>
          </li>
        ))}
      </ul>
      {!!orders.data?.items.length && (
        <>
          <h3>{t('orders', { count: orders.data.total })}</h3>
          <ul className="intake-others">
            {orders.data.items.map((row) => (
              <li key={row.id}>
                <Link to={`/orders/${row.id}`} className="number">
                  {row.id}
                </Link>
                <StateTag state={row.state} />
                <span className="muted number">{minute(row.created)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
