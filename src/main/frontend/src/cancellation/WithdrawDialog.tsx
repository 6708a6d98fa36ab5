import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CancellationDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';

/** The customer has changed its mind: asks why. */
export default function WithdrawDialog({
  cancellation,
  onClose,
}: {
  cancellation: CancellationDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation('cancellation');
  const { t: tu } = useTranslation('ui');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const withdraw = async () => {
    if (!reason.trim()) return setError(t('withdraw.reasonMissing'));
    setBusy(true);
    try {
      const after = await api.post<CancellationDetail>(`/api/cancellations/${cancellation.id}/withdraw`, {
        reason: reason.trim(),
        revision: cancellation.revision,
      });
      queries.setQueryData(['cancellations', cancellation.id], after);
      message.success(t('withdraw.done'));
      await queries.invalidateQueries({ queryKey: ['cancellations'] });
      onClose();
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t('withdraw.title', { customer: cancellation.customerName })}
      okText={t('withdraw.action')}
      okButtonProps={{ danger: true }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void withdraw()}
      onCancel={onClose}
      width={520}
    >
      <p className="act-hint">{t('withdraw.hint')}</p>
      <Field label={t('reason')} required error={error}>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
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
