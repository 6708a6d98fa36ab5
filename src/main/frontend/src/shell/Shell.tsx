import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { QuestionOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import { ApiError } from '../api/client';
import { onLiveEvent, startLive } from '../api/live';
import { Failure } from '../ui/Blank';
import { withWords } from '../i18n';
import { useShortcuts } from '../ui/shortcuts';
import { InboxCount } from '../workflow/InboxCount';
import { LiveDot } from './LiveDot';
import { menu } from './menu';
import { meQuery } from './session';
import { LanguageSwitch, ThemeSwitch } from './Switches';
import mark from './mark.svg';

const ShortcutHelp = lazy(() => withWords(() => import('./help/ShortcutHelp')));
const UserMenu = lazy(() => import('./UserMenu'));
const Bell = lazy(() => withWords(() => import('../workflow/actions/Bell')));

/** The frame around every page: who, where to, and the page itself. */
export function Shell() {
  const me = useQuery(meQuery);
  const { t } = useTranslation('shell');
  const location = useLocation();
  const [help, setHelp] = useState(false);
  const [helped, setHelped] = useState(false);
  if (help && !helped) setHelped(true);
  const moving = useNavigation().state !== 'idle';
  useLive(!!me.data);
  useShortcuts([{ keys: '?', text: t('shortcuts.help'), run: () => setHelp(true) }]);

  if (me.error instanceof ApiError && me.error.status === 401) {
    const here = `/app${location.pathname}${location.search}`;
    return (
      <Navigate
        to={location.pathname === '/' ? '/login' : `/login?back=${encodeURIComponent(here)}`}
        replace
      />
    );
  }
  if (me.error) return <Failure error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <div className="moving" role="progressbar" aria-label={t('loading')} />;

  const entries = menu.filter(({ module }) => me.data.modules.includes(module));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand">
          <img src={mark} alt="" width={26} height={26} />
          <span>{t('product')}</span>
        </Link>
        <div className="bar-tools">
          <LiveDot />
          <LanguageSwitch />
          <ThemeSwitch />
          <Tooltip title={t('shortcuts.title')} placement="bottom">
            <Button
              type="text"
              icon={<QuestionOutlined />}
              aria-label={t('shortcuts.title')}
              onClick={() => setHelp(true)}
            />
          </Tooltip>
          {['inbox', 'partner'].some((module) => me.data.modules.includes(module)) && (
            <Suspense>
              <Bell />
            </Suspense>
          )}
          <Suspense>
            <UserMenu me={me.data} />
          </Suspense>
        </div>
      </header>
      <nav className="rail" aria-label={t('menu.title')}>
        {entries.map(({ name, path, icon }) => (
          <NavLink key={name} to={path} className="rail-link">
            <span className="rail-icon" aria-hidden>
              {icon}
            </span>
            <span>{t(`menu.${name}`)}</span>
            {name === 'inbox' && <InboxCount />}
          </NavLink>
        ))}
      </nav>
      <main id="content" className="content" tabIndex={-1}>
        {moving && <div className="moving" role="progressbar" aria-label={t('loading')} />}
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      {helped && (
        <Suspense>
          <ShortcutHelp open={help} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** What the server tells makes the rows it concerns be asked for again. */
function useLive(signedOn: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedOn) return;
    const stop = startLive();
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = onLiveEvent((event) => {
      const concerns = (...types: (typeof event.type)[]) =>
        types.includes(event.type) || event.type === 'begun';
      if (concerns('notice')) stale.add('notices');
      if (concerns('task', 'notice')) stale.add('tasks');
      if (concerns('intake')) ['intakes', 'instances'].forEach((key) => stale.add(key));
      if (concerns('opportunity')) ['opportunities', 'instances'].forEach((key) => stale.add(key));
      if (concerns('cancellation')) ['cancellations', 'instances'].forEach((key) => stale.add(key));
      if (concerns('order'))
        ['orders', 'instances', 'calls', 'fallouts', 'systems', 'audits'].forEach((key) => stale.add(key));
      // a burst of events is one question
      timer ??= setTimeout(() => {
        timer = undefined;
        stale.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
        stale.clear();
      }, 400);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      stop();
    };
  }, [signedOn, queries]);
}
