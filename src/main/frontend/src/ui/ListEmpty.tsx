import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Blank, Failure } from './Blank';

/** What an empty list says: it failed, nothing matches the filters, or there is nothing yet. */
export function ListEmpty({
  error,
  onRetry,
  filtered,
  onClear,
  none,
}: {
  error: unknown;
  onRetry: () => void;
  filtered: boolean;
  onClear: () => void;
  none: ReactNode;
}) {
  const { t } = useTranslation('ui');
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (!filtered) return none;
  return (
    <Blank
      icon={<FilterOutlined />}
      title={t('noMatch')}
      hint={t('noMatchHint')}
      action={<Button onClick={onClear}>{t('clearFilters')}</Button>}
    />
  );
}
