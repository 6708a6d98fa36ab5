import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useRouteError } from 'react-router';
import { Blank, Failure } from '../ui/Blank';
import { useMe } from './session';
import { menu } from './menu';

/** Where a person's day begins: what the server names, or the first page the menu offers. */
export function Home() {
  const me = useMe();
  const { t } = useTranslation('shell');
  const home = me.home?.replace(/^\/app/, '');
  const first = menu.find(({ module }) => me.modules.includes(module));
  const target = home && home !== '/' ? home : first?.path;
  return target ? (
    <Navigate to={target} replace />
  ) : (
    <Blank title={t('noModules')} hint={t('noModulesHint')} />
  );
}

export function Missing() {
  const { t } = useTranslation('shell');
  return (
    <Blank
      icon={<CompassOutlined />}
      title={t('missing')}
      hint={t('missingHint')}
      action={
        <Link to="/">
          <Button type="primary">{t('toHome')}</Button>
        </Link>
      }
    />
  );
}

/** A page broke, or its chunk is gone because a newer version was installed: loading anew helps both. */
export function Broken() {
  const error = useRouteError();
  return <Failure error={error} onRetry={() => window.location.reload()} />;
}
