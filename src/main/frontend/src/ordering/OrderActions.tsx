import { EditOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../api/types';
import { AuditNow } from '../audit/AuditNow';
import { mayAudit } from '../audit/rights';
import { useMe } from '../shell/session';
import { mayOrder } from './rights';

const AmendDialog = lazy(() => import('./AmendDialog'));
const WithdrawDialog = lazy(() => import('./WithdrawDialog'));
const RollbackDialog = lazy(() => import('../provisioning/RollbackDialog'));

const UNDER_WAY = ['acknowledged', 'pending', 'inProgress', 'held'];
const ENDED = ['completed', 'partial', 'failed'];

/** What the person may do with the order as it stands; the server decides again. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('ordering');
  const me = useMe();
  const [open, setOpen] = useState<'amend' | 'withdraw' | 'rollback'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {mayOrder(me) && UNDER_WAY.includes(order.state) && (
        <>
          <Button icon={<EditOutlined />} onClick={() => setOpen('amend')}>
            {t('amend.action')}
          </Button>
          <Button icon={<StopOutlined />} onClick={() => setOpen('withdraw')}>
            {t('withdraw.action')}
          </Button>
        </>
      )}
      {mayAudit(me) && ENDED.includes(order.state) && <AuditNow orderId={order.id} />}
      {me.modules.includes('fallouts') && ENDED.includes(order.state) && (
        <Button icon={<RollbackOutlined />} onClick={() => setOpen('rollback')}>
          {t('rollback')}
        </Button>
      )}
      <Suspense>
        {open === 'amend' && <AmendDialog order={order} onClose={close} />}
        {open === 'withdraw' && <WithdrawDialog order={order} onClose={close} />}
        {open === 'rollback' && <RollbackDialog orderId={order.id} onClose={close} />}
      </Suspense>
    </>
  );
}
