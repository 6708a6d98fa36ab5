import { LockOutlined, LogoutOutlined, SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me } from '../api/types';
import { useSayPresence } from '../dispatch/presence';
import { presenceQuery } from '../dispatch/queries';
import { withWords } from '../i18n';
import { PopMenu } from '../ui/PopMenu';
import { useBilingual, useWord } from '../ui/words';
import { signOut } from './session';

const PasswordDialog = lazy(() => withWords(() => import('./password/PasswordDialog')));

export default function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const bilingual = useBilingual();
  const word = useWord();
  const navigate = useNavigate();
  const { data: presence } = useQuery(presenceQuery);
  const say = useSayPresence();
  const [password, setPassword] = useState(false);
  const roles = me.roles.map((role) => word('shell:role', role)).join(t('comma'));
  const cities = me.cities.map((city) => bilingual(city, 'name')).join(t('comma'));

  const leave = async () => {
    await signOut();
    // a full load: nothing of this person stays in memory
    window.location.assign('/app/login');
  };

  return (
    <>
      <PopMenu
        label={t('userMenu', { name: me.name })}
        button={
          <>
            <span className="avatar" data-initial={me.name.slice(0, 1)} />
            <span>{me.name}</span>
          </>
        }
        head={
          <div className="user-card">
            <b>{me.name}</b>
            <code>{me.id}</code>
            <span>{me.organization}</span>
            <span>{roles}</span>
            <span>{cities}</span>
          </div>
        }
        items={[
          ...([true, false] as const).map((present) => ({
            key: String(present),
            label: t(present ? 'presence.present' : 'presence.absent'),
            checked: presence?.present === present,
            run: () => void say(present),
          })),
          {
            key: 'substitution',
            icon: <SwapOutlined />,
            label: t('presence.page'),
            run: () => void navigate('/me/substitution'),
          },
          {
            key: 'password',
            icon: <LockOutlined />,
            label: t('password'),
            run: () => setPassword(true),
          },
          { key: 'out', icon: <LogoutOutlined />, label: t('signOut'), run: () => void leave() },
        ]}
      />
      {password && (
        <Suspense>
          <PasswordDialog onClose={() => setPassword(false)} />
        </Suspense>
      )}
    </>
  );
}
