import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { WorkOrderDetail } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';

export type Action = 'expedite' | 'withdraw' | 'recall';

/** Asks what to tell the unit, or why it shall stop, and says before what follows. */
export default function WorkOrderActionDialog({
  order,
  action,
  onClose,
}: {
  order: Pick<WorkOrderDetail, 'id' | 'unit'>;
  action: Action;
  onClose: () => void;
}) {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const systemName = useSystemName();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const urges = action === 'expedite';

  const ask = async () => {
    if (!words.trim()) return setError(t(urges ? 'workOrder.noteMissing' : 'workOrder.reasonMissing'));
    setBusy(true);
    try {
      const body = { [urges ? 'note' : 'reason']: words.trim() };
      await api.post(`/api/work-orders/${order.id}/${action}`, body);
      message.success(t(`workOrder.asked.${action}`, { unit: systemName(order.unit) }));
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['orders'] });
  };

  return (
    <Modal
      open
      title={t(`workOrder.ask.${action}`, { id: order.id })}
      width={520}
      okText={t(`workOrder.actions.${action}`)}
      okButtonProps={{ danger: action === 'withdraw' }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      <p className="work-order-means">{t(`workOrder.means.${action}`, { unit: systemName(order.unit) })}</p>
      <Field label={t(urges ? 'workOrder.note' : 'workOrder.reason')} error={error} required>
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setError(undefined);
          }}
        />
      </Field>
    </Modal>
  );
}
