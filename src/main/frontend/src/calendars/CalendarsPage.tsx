import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import type { CalendarRow } from '../api/types';
import { useMe } from '../shell/session';
import { Failure } from '../ui/Blank';
import { PageHead } from '../ui/PageHead';
import { Tag } from '../ui/Tag';
import { today } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { CalendarEditor } from './CalendarEditor';
import { calendarQuery, calendarsQuery } from './queries';
import './calendars.css';

const NewCalendarDialog = lazy(() => import('./NewCalendarDialog'));

/** Working time of province, cities and units: by it everything is due. */
export default function CalendarsPage() {
  const { t } = useTranslation('calendars');
  const { id = 'province' } = useParams();
  const me = useMe();
  const calendars = useQuery(calendarsQuery);
  const [adding, setAdding] = useState(false);
  if (calendars.error) {
    return <Failure error={calendars.error} onRetry={() => void calendars.refetch()} />;
  }
  const mayAdd = me.roles.some((role) => ['admin', 'city-admin', 'designer'].includes(role));
  return (
    <div className="page">
      <PageHead title={t('title')}>
        {mayAdd && (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </PageHead>
      <div className="calendars">
        <nav className="card calendar-list" aria-label={t('title')}>
          {calendars.data?.map((row) => (
            <Entry key={row.id} row={row} active={row.id === id} />
          ))}
        </nav>
        <One key={id} id={id} />
      </div>
      {adding && (
        <Suspense>
          <NewCalendarDialog calendars={calendars.data ?? []} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Entry({ row, active }: { row: CalendarRow; active: boolean }) {
  const { t } = useTranslation('calendars');
  const bilingual = useBilingual();
  const last = row.loadedYears.at(-1);
  const next = today().year() + 1;
  return (
    <NavLink to={`/calendars/${row.id}`} aria-current={active ? 'page' : undefined} data-active={active}>
      <b>{bilingual(row, 'name')}</b>
      <span className="calendar-tags">
        {!row.editable && <Tag>{t('readOnly')}</Tag>}
        {last !== undefined && last < next && <Tag tone="warn">{t('notLoaded', { year: next })}</Tag>}
        {row.estimatedYears.map((year) => (
          <Tag key={year} tone="info">
            {t('estimatedYear', { year })}
          </Tag>
        ))}
      </span>
    </NavLink>
  );
}

function One({ id }: { id: string }) {
  const page = useQuery(calendarQuery(id));
  if (page.error) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Waiting />;
  // another revision is another draft
  return <CalendarEditor key={page.data.revision} page={page.data} />;
}
