import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import { useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { useToasts } from '../../ui/toasts';

/** The server asks for as many. */
const SHORTEST = 10;

/** One's own password, changed by whoever knows the present one. */
export default function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('password');
  const { t: tu } = useTranslation('ui');
  const { message } = useToasts();
  const errorText = useErrorText();
  const [typed, setTyped] = useState({ oldPassword: '', newPassword: '', again: '' });
  const [errors, setErrors] = useState<Partial<typeof typed>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const { oldPassword, newPassword, again } = typed;
    setProblem(undefined);
    if (!oldPassword) return setErrors({ oldPassword: t('missing') });
    if (newPassword.length < SHORTEST) return setErrors({ newPassword: t('short', { least: SHORTEST }) });
    if (newPassword !== again) return setErrors({ again: t('different') });
    setErrors({});
    setBusy(true);
    try {
      await api.post('/api/me/password', { oldPassword, newPassword });
      message.success(t('changed'));
      onClose();
    } catch (failure) {
      const found = failure instanceof ApiError ? failure.errors : [];
      setErrors(Object.fromEntries(found.map(({ field, message: said }) => [field, said])));
      if (found.length === 0) setProblem(errorText(failure));
      setBusy(false);
    }
  };

  const field = (name: keyof typeof typed, autoComplete: string, hint?: string) => (
    <Field label={t(name)} required error={errors[name]} hint={hint}>
      <Input.Password
        autoFocus={name === 'oldPassword'}
        autoComplete={autoComplete}
        maxLength={200}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        onPressEnter={() => void save()}
      />
    </Field>
  );

  return (
    <Modal
      open
      width={420}
      title={t('title')}
      okText={t('change')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {field('oldPassword', 'current-password')}
      {field('newPassword', 'new-password', t('hint', { least: SHORTEST }))}
      {field('again', 'new-password')}
    </Modal>
  );
}
