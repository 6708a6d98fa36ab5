import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '../api/types';
import { taskCountsQuery } from './queries';
import { VIEWS } from './InboxPage';

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
      {VIEWS.map((id) => {
        const count = id === 'done' ? undefined : counts?.[id];
        return (
          <Link key={id} to={address(undefined, id)} aria-current={id === view ? 'page' : undefined}>
            <span>{t(`views.${id}`)}</span>
            {count !== undefined && <span data-alert={id === 'overdue' && count > 0}>{count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
