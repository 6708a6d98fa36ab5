import { PauseCircleOutlined, RollbackOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../api/types';
import type { Action } from './WorkOrderActionDialog';

const WorkOrderActionDialog = lazy(() => import('./WorkOrderActionDialog'));

const ICONS: Record<Action, ReactNode> = {
  expedite: <ThunderboltOutlined />,
  withdraw: <PauseCircleOutlined />,
  recall: <RollbackOutlined />,
};

/** What may be asked of a work order's unit now; what may not stays there and says why. */
export function WorkOrderActions({ order }: { order: WorkOrderDetail }) {
  const { t } = useTranslation('provisioning');
  const [asking, setAsking] = useState<Action>();
  return (
    <div className="work-order-actions">
      {(order.actions as ((typeof order.actions)[number] & { name: Action })[]).map((action) => (
        <Tooltip key={action.name} title={action.allowed ? undefined : action.reason}>
          <span>
            <Button
              icon={ICONS[action.name]}
              disabled={!action.allowed}
              aria-description={action.reason ?? undefined}
              onClick={() => setAsking(action.name)}
            >
              {t(`workOrder.actions.${action.name}`)}
            </Button>
          </span>
        </Tooltip>
      ))}
      <Suspense>
        {asking && (
          <WorkOrderActionDialog order={order} action={asking} onClose={() => setAsking(undefined)} />
        )}
      </Suspense>
    </div>
  );
}
