import { ThunderboltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrder } from '../api/types';

const WorkOrderActionDialog = lazy(() => import('./WorkOrderActionDialog'));

/** For whoever looks after the customer: the unit is told to hurry, without the queue of work orders. */
export function ExpediteButton({ workOrder }: { workOrder: WorkOrder }) {
  const { t } = useTranslation('provisioning');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        type="link"
        icon={<ThunderboltOutlined />}
        aria-label={`${t('workOrder.actions.expedite')} ${workOrder.id}`}
        onClick={() => setAsking(true)}
      >
        {t('workOrder.actions.expedite')}
      </Button>
      <Suspense>
        {asking && (
          <WorkOrderActionDialog order={workOrder} action="expedite" onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </>
  );
}
