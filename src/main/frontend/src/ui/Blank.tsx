import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, OfflineError } from '../api/client';
import './blank.css';

/** A place with nothing to show says why, and what can be done about it. */
export function Blank({
  icon,
  title,
  hint,
  action,
}: {
  icon?: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <div className="blank">
      {icon && (
        <div className="blank-icon" aria-hidden>
          {icon}
        </div>
      )}
      <div className="blank-title">{title}</div>
      {hint && <div className="blank-hint">{hint}</div>}
      {action && <div className="blank-action">{action}</div>}
    </div>
  );
}

/** What went wrong with fetching, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const { title, hint } = words(error, t);
  return (
    <Blank title={title} hint={hint} action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>} />
  );
}

type Translate = ReturnType<typeof useTranslation<'ui'>>['t'];

function words(error: unknown, t: Translate): { title: string; hint?: string } {
  if (error instanceof OfflineError) return { title: t('offline'), hint: t('offlineHint') };
  if (error instanceof ApiError) {
    const hint = error.problem.detail ?? undefined;
    if (error.status === 403) return { title: t('forbidden'), hint: t('forbiddenHint') };
    if (error.status === 404) return { title: t('unknown'), hint: hint ?? t('unknownHint') };
    return { title: t('failed'), hint };
  }
  return { title: t('failed'), hint: error instanceof Error ? error.message : undefined };
}

/** One sentence for a toast. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('ui');
  return (error) => {
    const { title, hint } = words(error, t);
    return error instanceof ApiError && hint ? hint : title;
  };
}
