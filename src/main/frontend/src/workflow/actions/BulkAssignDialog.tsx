import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field';
import { PersonPicker, type Chosen } from './PersonPicker';

/** To whom all that is selected goes; offers who may work on the first of them, and each of the others says whether they may. */
export function BulkAssignDialog({
  taskId,
  onClose,
  onChosen,
}: {
  taskId: string;
  onClose: () => void;
  onChosen: (to: string, reason: string | undefined) => void;
}) {
  const { t } = useTranslation('actions');
  const { t: tu } = useTranslation('ui');
  const [to, setTo] = useState<Chosen[]>([]);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  return (
    <Modal
      open
      title={t('dialog.assign.title')}
      width={440}
      okText={t('dialog.assign.title')}
      cancelText={tu('cancel')}
      onOk={() => (to[0] ? onChosen(to[0].value, reason.trim() || undefined) : setError(t('whoMissing')))}
      onCancel={onClose}
    >
      <Field label={t('dialog.assign.to')} error={error} required>
        <PersonPicker taskId={taskId} purpose="work" many={false} value={to} onChange={setTo} />
      </Field>
      <Field label={t('note')} hint={t('optional')}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
