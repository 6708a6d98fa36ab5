import { useQueryClient } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { WorkOrderDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { inProvince } from '../ui/time';
import { useToasts } from '../ui/toasts';

const WALL = 'YYYY-MM-DD HH:mm';

/** When somebody is reminded that little time is left; chosen anew here. */
export function Reminder({ order }: { order: WorkOrderDetail }) {
  const { t } = useTranslation('provisioning');
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);

  const set = async (at: Dayjs) => {
    setBusy(true);
    try {
      // the picker shows the province's clock whatever the machine's is
      await api.put(`/api/work-orders/${order.id}/reminder`, {
        at: `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00`,
      });
      message.success(t('workOrder.reminderSet'));
    } catch (failure) {
      message.error(errorText(failure));
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['orders'] });
  };

  return (
    <DatePicker
      aria-label={t('workOrder.reminder')}
      size="small"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format={WALL}
      allowClear={false}
      disabled={busy}
      value={dayjs(inProvince(order.reminder).format(WALL))}
      minDate={dayjs(inProvince(Date.now()).format(WALL))}
      maxDate={dayjs(inProvince(order.due).format(WALL))}
      onOk={(at) => void set(at)}
    />
  );
}
