import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { TaskClock } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useBilingual } from '../ui/words';

/** Why a task waits, and until when at the latest. */
export default function StopDialog({
  taskId,
  causes,
  onStopped,
  onClose,
}: {
  taskId: string;
  causes: TaskClock['causes'];
  onStopped: (after: TaskClock) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('workflow');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const [cause, setCause] = useState(causes[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const chosen = causes.find(({ id }) => id === cause);
  const stop = async () => {
    setBusy(true);
    try {
      onStopped(
        await api.post<TaskClock>(`/api/task-clocks/${taskId}/stop`, {
          cause,
          reason,
          until: until || null,
        }),
      );
    } catch (failure) {
      const found = failure instanceof ApiError ? failure.errors : [];
      setErrors(
        found.length > 0
          ? Object.fromEntries(found.map(({ field, message }) => [field, message]))
          : { reason: errorText(failure) },
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('clock.wait')}
      okText={t('clock.waitNow')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void stop()}
      onCancel={onClose}
    >
      <Field
        label={t('clock.cause')}
        required
        error={errors.cause}
        hint={
          chosen &&
          t(chosen.stops ? 'clock.standsStill' : 'clock.runsOn', {
            side: t(`clock.sides.${chosen.side as 'ours'}`),
          })
        }
      >
        <Select
          value={cause}
          options={causes.map((each) => ({ value: each.id, label: bilingual(each, 'name') }))}
          onChange={setCause}
        />
      </Field>
      <Field label={t('clock.reason')} required error={errors.reason}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field
        label={t('clock.untilDate')}
        error={errors.until}
        hint={chosen && t('clock.atMost', { count: chosen.days })}
      >
        <Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </Field>
    </Modal>
  );
}
