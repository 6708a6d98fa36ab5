import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCityName, useMe } from '../shell/session';
import { OriginLink } from '../ordering/OriginLink';
import { ServiceOrderLink } from '../ordering/ServiceOrderLink';
import { WhoseTime } from '../ordering/WhoseTime';
import { useSystemName } from '../systems/useSystemName';
import { Failure } from '../ui/Blank';
import { said } from '../ui/said';
import { StateTag } from '../ui/StateTag';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useWord } from '../ui/words';
import { FalloutLink } from './FalloutLink';
import { InstallationFacts } from './InstallationFacts';
import { workOrderQuery } from './queries';
import { Reminder } from './Reminder';
import { WorkOrderActions } from './WorkOrderActions';
import { WorkOrderLog } from './WorkOrderLog';

/** Everything of a work order (工单处理信息, ESOP 6.5.2). */
export function WorkOrderDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const { modules } = useMe();
  const word = useWord();
  const cityName = useCityName();
  const systemName = useSystemName();
  const found = useQuery({ ...workOrderQuery(id ?? ''), enabled: !!id });
  const order = found.data;
  const facts: [string, ReactNode][] = order
    ? [
        [t('workOrder.id'), order.id],
        [
          t('workOrder.order'),
          modules.includes('orders') ? (
            <Link key="order" to={`/orders/${order.orderId}`}>
              {order.orderId}
            </Link>
          ) : (
            order.orderId
          ),
        ],
        [t('workOrder.serviceOrder'), <ServiceOrderLink key="service" id={order.serviceOrderId} />],
        [t('workOrder.type'), word('provisioning:workOrder.types', order.type)],
        [
          t('workOrder.request'),
          order.serviceRequestId && <OriginLink key="request" id={order.serviceRequestId} />,
        ],
        [t('customer'), order.customerName],
        [t('workOrder.city'), cityName(order.city)],
        [t('workOrder.place'), order.place],
        [t('workOrder.unit'), systemName(order.unit)],
        [t('workOrder.priority'), word('ordering:priorities', String(order.priority))],
        [t('workOrder.dispatcher'), order.dispatcher === 'system' ? t('workOrder.byFlow') : order.dispatcher],
        [t('workOrder.generations'), order.generation],
        [t('workOrder.reworks'), order.reworks || null],
        [t('workOrder.created'), minute(order.created)],
        [t('workOrder.dispatched'), order.dispatched && minute(order.dispatched)],
        [t('workOrder.executed'), order.executed && minute(order.executed)],
        [t('workOrder.completed'), order.completed && minute(order.completed)],
        [t('workOrder.due'), minute(order.due)],
        [
          t('workOrder.reminder'),
          modules.includes('fallouts') && !order.completed ? (
            <Reminder key="reminder" order={order} />
          ) : (
            minute(order.reminder)
          ),
        ],
        [t('workOrder.reviewer'), order.reviewer && `${order.reviewer} ${minute(order.reviewed)}`],
        [t('workOrder.related'), order.related.join(' ')],
      ]
    : [];
  return (
    <Drawer
      open={!!id}
      onClose={onClose}
      size={640}
      title={order?.description ?? t('workOrder.title')}
      extra={order && <StateTag state={order.stage} />}
    >
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Waiting rows={6} />}
      {order && (
        <>
          <WorkOrderActions order={order} />
          {order.openFallout && (
            <p>
              <FalloutLink id={order.openFallout} />
            </p>
          )}
          <dl className="facts work-order-facts">
            {facts.map(
              ([name, value]) =>
                value && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd className="number">{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {order.unit === 'si' && <InstallationFacts id={order.id} />}
          {order.feedback && (
            <p>
              <span className="muted">{t('workOrder.feedback')}</span> {said(order.feedback)}
            </p>
          )}
          {order.review && (
            <p>
              <span className="muted">{t('workOrder.review')}</span> {said(order.review)}
            </p>
          )}
          <WhoseTime of="work-orders" id={order.id} />
          <WorkOrderLog order={order} />
        </>
      )}
    </Drawer>
  );
}
