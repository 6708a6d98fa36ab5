import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import { mayCancel } from '../cancellation/rights';
import type { OrderDetail } from '../api/types';
import { useMe } from '../shell/session';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { Waiting } from '../ui/Waiting';
import { withdrawalQuery } from './queries';

/** What a withdrawal means for each service of an order. */
function fate(state: string): 'close' | 'stop' | 'never' | undefined {
  if (state === 'completed') return 'close';
  if (state === 'inProgress' || state === 'held') return 'stop';
  return state === 'acknowledged' || state === 'pending' ? 'never' : undefined;
}

/** Asks why an order is withdrawn, and says before what will become of each of its services. */
export default function WithdrawDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const { t } = useTranslation('ordering');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const me = useMe();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const outlook = useQuery(withdrawalQuery(order.id));
  // what is busy now is free in a moment
  const refused = outlook.data?.reason && outlook.data.reason !== 'busy' ? outlook.data : undefined;

  const withdraw = async () => {
    if (!reason.trim()) return setError(t('withdraw.reasonMissing'));
    setBusy(true);
    try {
      await api.post(`/api/orders/${order.id}/withdraw`, { reason: reason.trim() });
      message.success(t('withdraw.begun', { id: order.id }));
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['orders'] });
  };

  if (outlook.isPending || refused) {
    return (
      <Modal open title={t('withdraw.title', { id: order.id })} width={520} footer={null} onCancel={onClose}>
        {!refused && <Waiting rows={2} />}
        {refused && <Alert type="warning" showIcon title={refused.message} />}
        {refused?.reason === 'delivered' && mayCancel(me) && (
          <p>
            <Link to={`/cancellations/new?customer=${order.customer.id}&order=${order.id}`}>
              {t('withdraw.cancelInstead')}
            </Link>
          </p>
        )}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t('withdraw.title', { id: order.id })}
      width={520}
      okText={t('withdraw.action')}
      okButtonProps={{ danger: true }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p>{t('withdraw.hint')}</p>
      <ul className="withdraw-fates">
        {order.serviceOrders.map((service) => {
          const becomes = fate(service.state);
          return (
            becomes && (
              <li key={service.id}>
                <b>{bilingual(service, 'productName')}</b> <code className="muted">{service.id}</code>
                <div className="muted">{t(`withdraw.${becomes}`)}</div>
              </li>
            )
          );
        })}
      </ul>
      <Field label={t('withdraw.reason')} error={error} hint={t('withdraw.reasonHint')} required>
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setError(undefined);
          }}
        />
      </Field>
    </Modal>
  );
}
