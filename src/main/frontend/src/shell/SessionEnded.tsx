import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Me } from '../api/types';
import { LoginForm } from './LoginForm';
import { meQuery, sessionRenewed } from './session';

/** The session ended while somebody worked: sign on over the page, which keeps all that was typed, and go on. */
export default function SessionEnded() {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const before = queries.getQueryData(meQuery.queryKey);

  const signedIn = async () => {
    const now = await api.get<Me>('/api/me', undefined, { anonymous: true });
    if (before && before.id !== now.id) {
      // somebody else: nothing of the other's work may stay on the screen
      window.location.assign('/app/');
      return;
    }
    queries.setQueryData(meQuery.queryKey, now);
    sessionRenewed();
  };

  return (
    <Modal
      open
      title={t('login.again')}
      footer={null}
      closable={false}
      keyboard={false}
      width={400}
      destroyOnHidden
    >
      <p className="muted">{t('login.againHint')}</p>
      <LoginForm username={before?.id} onSignedIn={signedIn} />
    </Modal>
  );
}
