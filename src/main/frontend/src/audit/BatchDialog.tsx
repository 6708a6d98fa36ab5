import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';

/** Asks which days' orders are to be compared. */
export default function BatchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('audit');
  const { t: tu } = useTranslation('ui');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [days, setDays] = useState<[string, string]>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const begin = async () => {
    if (!days) return setError(t('batch.missing'));
    setBusy(true);
    try {
      const { begun } = await api.post<{ begun: number }>('/api/order-audits/batch', {
        from: days[0],
        to: days[1],
      });
      message.success(t('batch.done', { count: begun }));
      await queries.invalidateQueries({ queryKey: ['audits'] });
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t('batch.title')}
      okText={t('batch.action')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void begin()}
      onCancel={onClose}
      width={520}
    >
      <p className="muted">{t('batch.hint')}</p>
      <Field label={t('batch.days')} required error={error}>
        <DatePicker.RangePicker
          style={{ width: '100%' }}
          onChange={(chosen) => {
            setError(undefined);
            setDays(
              chosen?.[0] && chosen[1]
                ? [chosen[0].format('YYYY-MM-DD'), chosen[1].format('YYYY-MM-DD')]
                : undefined,
            );
          }}
        />
      </Field>
    </Modal>
  );
}
