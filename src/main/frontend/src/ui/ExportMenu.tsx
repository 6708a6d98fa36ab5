import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { url, type Query } from '../api/client';
import { PopMenu } from './PopMenu';

/** The list as it is filtered, as a file. */
export function ExportMenu({ path, query }: { path: string; query: Query }) {
  const { t } = useTranslation('ui');
  return (
    <PopMenu
      className="framed"
      label={t('export.title')}
      button={
        <>
          <DownloadOutlined /> {t('export.title')}
        </>
      }
      items={(['csv', 'xlsx'] as const).map((format) => ({
        key: format,
        label: t(`export.${format}`),
        href: url(path, { ...query, format }),
      }))}
    />
  );
}
