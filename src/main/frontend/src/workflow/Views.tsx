import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '../api/types';
import { withWords } from '../i18n';
import { taskCountsQuery } from './queries';
import { VIEWS } from './InboxPage';

const SavedFilters = lazy(() => withWords(() => import('./filters/SavedFilters')));

/** Views that are pages of their own. */
const PAGES: Partial<Record<TaskView, string>> = { team: '/team', started: '/started' };

/** One more than the limit says that there are more. */
function counted(count: number, limit: number): string {
  return count > limit ? `${limit}+` : String(count);
}

/** Whose tasks, with how many there are of each. */
export function Views({
  view,
  address,
}: {
  view: TaskView;
  address: (id: undefined, view: TaskView) => string;
}) {
  const { t } = useTranslation('workflow');
  const { data: counts } = useQuery(taskCountsQuery);
  return (
    <nav className="views" aria-label={t('views.title')}>
      <h2>{t('views.title')}</h2>
      {VIEWS.filter((id) => id !== 'team' || counts?.team != null).map((id) => {
        const count = counts?.[id as keyof typeof counts];
        return (
          <Link
            key={id}
            to={PAGES[id] ?? address(undefined, id)}
            aria-current={id === view ? 'page' : undefined}
          >
            <span>{t(`views.${id}`)}</span>
            {count != null && (
              <span data-alert={id === 'overdue' && count > 0}>{counted(count, counts!.limit)}</span>
            )}
          </Link>
        );
      })}
      <Suspense>
        <SavedFilters view={view} />
      </Suspense>
    </nav>
  );
}
