import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { useErrorText } from '../ui/Blank';
import { signIn } from './session';

export function LoginForm({
  username = '',
  onSignedIn,
  chosen,
}: {
  username?: string;
  onSignedIn: () => Promise<void>;
  /** Name and password a demo person was picked with. */
  chosen?: { username: string; password: string };
}) {
  const { t } = useTranslation('shell');
  const errorText = useErrorText();
  const [name, setName] = useState(username);
  const [password, setPassword] = useState('');
  const [picked, setPicked] = useState(chosen);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  if (chosen && chosen !== picked) {
    setPicked(chosen);
    setName(chosen.username);
    setPassword(chosen.password);
    setError(undefined);
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!name.trim() || !password) return setError(t('login.missing'));
    setBusy(true);
    setError(undefined);
    try {
      await signIn(name.trim(), password);
      await onSignedIn();
    } catch (failure) {
      const refused = failure instanceof ApiError && failure.status === 401 && !failure.problem.detail;
      setError(refused ? t('login.refused') : errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="login-form" onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor="username">{t('login.username')}</label>
      <Input
        id="username"
        name="username"
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!username}
        prefix={<UserOutlined className="muted" />}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="password">{t('login.password')}</label>
      <Input.Password
        id="password"
        name="password"
        size="large"
        autoComplete="current-password"
        autoFocus={!!username}
        prefix={<LockOutlined className="muted" />}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {error && <Alert type="error" showIcon title={error} role="alert" />}
      <Button ref={button} type="primary" size="large" htmlType="submit" block loading={busy}>
        {t('login.signIn')}
      </Button>
    </form>
  );
}
