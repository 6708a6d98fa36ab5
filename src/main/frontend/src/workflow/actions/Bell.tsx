import { BellOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { onLiveEvent, useLiveStatus } from '../../api/live';
import { api } from '../../api/client';
import type { Notice, Page } from '../../api/types';
import { useMe } from '../../shell/session';
import { Blank, Failure } from '../../ui/Blank';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import './bell.css';

/** What one was told, and how much of it is new. */
export default function Bell() {
  const { t } = useTranslation('actions');
  const { modules } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const polling = useLiveStatus() === 'polling';
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const counts = useQuery({
    queryKey: ['notices', 'counts'],
    queryFn: ({ signal }) => api.get<{ unseen: number }>('/api/notices/counts', undefined, { signal }),
    refetchInterval: polling && 30_000,
  });
  const notices = useQuery({
    queryKey: ['notices', 'list'],
    queryFn: ({ signal }) => api.get<Page<Notice>>('/api/notices', { size: 30 }, { signal }),
    enabled: open,
  });
  const unseen = counts.data?.unseen ?? 0;

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const said = useRef(0);
  const { notification } = useToasts();
  const latest = useRef<(notice: Notice) => void>(undefined);
  useEffect(() => {
    latest.current = (notice) => {
      if (notice.id <= said.current) return;
      said.current = notice.id;
      notification.info({
        key: 'notice',
        title: notice.text,
        description: (
          <button
            type="button"
            className="bell-open"
            onClick={() => {
              notification.destroy('notice');
              go(notice);
            }}
          >
            {notice.note && <span className="bell-note">{notice.note}</span>}
            {t('notices.look')}
          </button>
        ),
        duration: 8,
      });
    };
  });
  // only where somebody is looking: of several tabs one says it
  useEffect(
    () =>
      onLiveEvent(({ type }) => {
        if (type !== 'notice' || document.hidden) return;
        void api
          .get<Page<Notice>>('/api/notices', { unseen: true, size: 1 })
          .then(({ items: [newest] }) => newest && latest.current?.(newest))
          .catch(() => undefined);
      }),
    [],
  );

  const see = async (path: string) => {
    await api.post(path);
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
  const go = (notice: Notice) => {
    setOpen(false);
    if (!notice.seen) void see(`/api/notices/${notice.id}/seen`);
    void navigate(placeOf(notice, modules.includes('partner')));
  };

  return (
    <div
      ref={box}
      className="pop"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          setOpen(false);
          trigger.current?.focus();
        }
      }}
    >
      <button
        ref={trigger}
        type="button"
        className="pop-button bell"
        title={t('notices.title')}
        aria-label={
          unseen > 0 ? `${t('notices.title')}, ${unseen} ${t('notices.unseen')}` : t('notices.title')
        }
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <BellOutlined />
        {unseen > 0 && <span className="bell-count">{unseen > 99 ? '99+' : unseen}</span>}
      </button>
      {open && (
        <section id={id} className="pop-box bell-box" aria-label={t('notices.title')}>
          <header>
            <b>{t('notices.title')}</b>
            {unseen > 0 && (
              <Button type="link" size="small" onClick={() => void see('/api/notices/seen')}>
                {t('notices.allSeen')}
              </Button>
            )}
          </header>
          {notices.error && <Failure error={notices.error} onRetry={() => void notices.refetch()} />}
          {notices.data?.items.length === 0 && (
            <Blank title={t('notices.none')} hint={t('notices.noneHint')} />
          )}
          <ul>
            {notices.data?.items.map((notice) => (
              <li key={notice.id}>
                <button type="button" data-new={!notice.seen} onClick={() => go(notice)}>
                  <span>{notice.text}</span>
                  {notice.note && <span className="bell-note">{notice.note}</span>}
                  <time>{minute(notice.at)}</time>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What a notice is about; the note of one about a work order begins with its number. */
function placeOf({ taskId, kind, note }: Notice, partner: boolean): string {
  if (partner && taskId) return '/partner';
  if (taskId) return `/inbox/all/${taskId}`;
  if (kind === 'stop-asked') return `/partner/${note?.split(' ')[0]}`;
  return kind === 'work-order-due' ? `/work-orders?order=${note?.split(' ')[0]}` : '/me/substitution';
}
