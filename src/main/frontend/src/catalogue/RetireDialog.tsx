import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Product } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useBilingual } from '../ui/words';

/** Takes a product out of sale: asks why. */
export function RetireDialog({
  product,
  onDone,
  onClose,
}: {
  product: Product;
  onDone: () => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('catalogue');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const retire = async () => {
    if (!reason.trim()) return setError(t('reasonMissing'));
    setBusy(true);
    try {
      await api.post(`/api/catalogue/${product.id}/retire`, { reason: reason.trim() });
      await onDone();
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t('retireTitle', { name: bilingual(product, 'name') })}
      okText={t('retireYes')}
      okButtonProps={{ danger: true }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void retire()}
      onCancel={onClose}
      width={480}
    >
      <p>{t('retireHint')}</p>
      <Field label={t('reason')} required hint={t('reasonHint')} error={error}>
        <Input
          autoFocus
          maxLength={100}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setError(undefined);
          }}
          onPressEnter={() => void retire()}
        />
      </Field>
    </Modal>
  );
}
