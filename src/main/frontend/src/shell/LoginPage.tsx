import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useTitle } from '../ui/PageHead';
import { LanguageSwitch, ThemeSwitch } from './Switches';
import { LoginForm } from './LoginForm';
import { loginInfoQuery, meQuery } from './session';
import mark from './mark.svg';
import './login.css';

const DEMO_PASSWORD = 'esop-demo';

export default function LoginPage() {
  const { t } = useTranslation('shell');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const info = useQuery(loginInfoQuery);
  const [chosen, setChosen] = useState<{ username: string; password: string }>();
  useTitle(t('login.signIn'));

  const signedIn = async () => {
    const back = params.get('back') ?? '';
    // the engine's own web apps send here too, and want a full load
    if (/^\/camunda\//.test(back)) return window.location.assign(back);
    queries.clear();
    await queries.fetchQuery(meQuery);
    await navigate(back.startsWith('/app/') ? back.slice(4) : '/', { replace: true });
  };

  return (
    <main className="login">
      <section className="login-story" aria-label={t('product')}>
        <img src={mark} alt="" width={44} height={44} />
        <h1>{t('product')}</h1>
        <p className="login-sub">{t('productSub')}</p>
        <ul>
          {(['flows', 'once', 'inbox'] as const).map((point) => (
            <li key={point}>
              <b>{t(`login.${point}`)}</b>
              <span>{t(`login.${point}Hint`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="login-panel">
        <div className="login-tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className="login-box">
          <h2>{t('login.title')}</h2>
          <LoginForm onSignedIn={signedIn} chosen={chosen} />
          {info.data?.demo && (
            <div className="login-demo">
              <h3>{t('login.demo')}</h3>
              <p>{t('login.demoHint', { password: DEMO_PASSWORD })}</p>
              <div className="login-people">
                {info.data.people?.map((person) => (
                  <button
                    key={person.id}
                    type="button"
                    className={chosen?.username === person.id ? 'chosen' : undefined}
                    onClick={() => setChosen({ username: person.id, password: DEMO_PASSWORD })}
                  >
                    <b>{person.name}</b>
                    <span>{person.roleName}</span>
                    <code>{person.id}</code>
                  </button>
                ))}
              </div>
            </div>
          )}
        </div>
      </section>
    </main>
  );
}
