import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarPage, CalendarRecount } from '../api/types';
import { Blank, Failure } from '../ui/Blank';
import { Progress } from '../ui/Progress';
import { Tag } from '../ui/Tag';
import { second } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { Changes } from './Changes';
import { changesQuery } from './queries';

/** What earlier changes have moved, and how far the last one has come. */
export function Recounts({ page }: { page: CalendarPage }) {
  const { t } = useTranslation('calendars');
  if (page.recounts.length === 0) return <Blank title={t('noRecounts')} hint={t('noRecountsHint')} />;
  return (
    <ol className="recounts">
      {page.recounts.map((recount, i) => (
        <One key={recount.id} recount={recount} first={i === 0} />
      ))}
    </ol>
  );
}

function One({ recount, first }: { recount: CalendarRecount; first: boolean }) {
  const { t } = useTranslation('calendars');
  const [open, setOpen] = useState(first);
  return (
    <li>
      <div className="recount-head">
        <b>{t('revision', { revision: recount.revision })}</b>
        <span className="muted">
          {recount.person} · <span className="number">{second(recount.created)}</span> · {recount.note}
        </span>
        <span className="recount-sum" role="status">
          {!recount.finished && (
            <Progress done={recount.lookedAt} total={recount.total} label={t('counting')} />
          )}
          <Tag tone={recount.moved > 0 ? 'info' : 'plain'}>{t('moved', { count: recount.moved })}</Tag>
          {recount.failed > 0 && <Tag tone="bad">{t('failed', { count: recount.failed })}</Tag>}
          {recount.finished && <Tag tone="good">{t('finished')}</Tag>}
        </span>
        {recount.moved + recount.failed > 0 && (
          <>
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'hide' : 'show')}
            </Button>
            <Button
              size="small"
              icon={<DownloadOutlined />}
              href={`/api/calendar-recounts/${recount.id}/export`}
              download
            >
              {t('exportList')}
            </Button>
          </>
        )}
      </div>
      {open && recount.moved + recount.failed > 0 && <Listed recount={recount} />}
    </li>
  );
}

function Listed({ recount }: { recount: CalendarRecount }) {
  const [page, setPage] = useState(0);
  const changes = useQuery({
    ...changesQuery(recount.id, page),
    refetchInterval: recount.finished ? false : 1_000,
  });
  if (changes.error) return <Failure error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <Waiting rows={3} />;
  return (
    <>
      <Changes changes={changes.data.items} />
      {changes.data.total > changes.data.size && (
        <Pagination
          size="small"
          current={page + 1}
          pageSize={changes.data.size}
          total={changes.data.total}
          showSizeChanger={false}
          onChange={(next) => setPage(next - 1)}
        />
      )}
    </>
  );
}
