import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { AuditDifference, AuditPage } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { useElementName, useSaid } from './words';

export type Repair = 'send-again' | 'roll-back' | 'accept';

/** Says what a repair does, and asks why. */
export default function RepairDialog({
  audit,
  difference,
  repair,
  onClose,
}: {
  audit: AuditPage;
  difference: AuditDifference;
  repair: Repair;
  onClose: () => void;
}) {
  const { t } = useTranslation('audit');
  const { t: tu } = useTranslation('ui');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const systemName = useSystemName();
  const elementName = useElementName();
  const said = useSaid();
  const { message } = useToasts();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const begin = async () => {
    if (!reason.trim()) return setError(t('repair.reasonMissing'));
    setBusy(true);
    try {
      const after = await api.post<AuditPage>(`/api/order-audits/differences/${difference.id}/repair`, {
        repair,
        reason: reason.trim(),
      });
      queries.setQueryData(['audits', audit.id], after);
      const state = after.differences.find(({ id }) => id === difference.id)?.state;
      message.success(
        t(
          state === 'accepted'
            ? 'repair.done'
            : state === 'proposed' || repair === 'roll-back'
              ? 'repair.proposed'
              : 'repair.begun',
        ),
      );
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['audits'] });
  };

  return (
    <Modal
      open
      title={t(`repair.title.${repair}`)}
      okText={t(`repair.${repair}`)}
      okButtonProps={{ danger: repair === 'roll-back' }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void begin()}
      onCancel={onClose}
      width={520}
    >
      <p>
        {systemName(difference.system)} · {elementName(difference.element)}：
        <span className="number">
          {said(difference.ours)} ≠ {said(difference.theirs)}
        </span>
      </p>
      <p className="muted">{t(`repair.hint.${repair}`, { system: systemName(difference.system) })}</p>
      <Field label={t('repair.reason')} required error={error}>
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
