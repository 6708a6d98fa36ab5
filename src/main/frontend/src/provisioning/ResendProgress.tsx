import { CloseOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { ResendItem, ResendRun } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { Progress } from '../ui/Progress';
import { said } from '../ui/said';
import { Tag, type Tone } from '../ui/Tag';
import { second } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useWord } from '../ui/words';
import { runQuery } from './queries';

const tones: Record<string, Tone> = {
  waiting: 'plain',
  asked: 'info',
  unknown: 'warn',
  fixed: 'good',
  'failed-again': 'bad',
  stopped: 'warn',
  skipped: 'plain',
};

/** A run under way: what has really become of each, one line each, as it becomes known. */
export function ResendProgress({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const run = useQuery(runQuery(id));
  const running = run.data?.running;
  useEffect(() => {
    if (running === false) {
      void queries.invalidateQueries({ queryKey: ['fallouts', 'list'] });
      void queries.invalidateQueries({ queryKey: ['fallouts', 'groups'] });
    }
  }, [running, queries]);
  const stop = useMutation({
    mutationFn: () => api.post<ResendRun>(`/api/fallouts/runs/${encodeURIComponent(id)}/stop`, {}),
    onSuccess: (after) => queries.setQueryData(runQuery(id).queryKey, after),
    onError: (failure) => message.error(errorText(failure)),
  });

  if (run.error) return <Failure error={run.error} onRetry={() => void run.refetch()} />;
  if (!run.data) return null;
  const { counts, items } = run.data;
  const settled = counts.total - items.filter(({ state }) => state === 'waiting' || state === 'asked').length;
  return (
    <section className="card resend" aria-label={t('run', { id })}>
      <header className="resend-head">
        <h2>{t('run', { id })}</h2>
        <span className="muted">
          {run.data.personName} · {second(run.data.created)}
          {run.data.note ? ` · ${run.data.note}` : ''}
        </span>
        <span className="resend-tools">
          {counts.waiting > 0 && (
            <Button size="small" danger loading={stop.isPending} onClick={() => stop.mutate()}>
              {t('stop', { count: counts.waiting })}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={tu('close')}
            onClick={onClose}
          />
        </span>
      </header>
      <div className="resend-sum" role="status">
        <Progress done={settled} total={counts.total} label={t('settled')} />
        <Tag tone="good">{t('counts.fixed', { count: counts.fixed })}</Tag>
        <Tag tone={counts.failedAgain ? 'bad' : 'plain'}>
          {t('counts.failed', { count: counts.failedAgain })}
        </Tag>
        <Tag tone={counts.unknown ? 'warn' : 'plain'}>{t('counts.unknown', { count: counts.unknown })}</Tag>
        {counts.waiting > 0 && <Tag>{t('counts.waiting', { count: counts.waiting })}</Tag>}
        {counts.stopped > 0 && <Tag tone="warn">{t('counts.stopped', { count: counts.stopped })}</Tag>}
        {counts.skipped > 0 && <Tag>{t('counts.skipped', { count: counts.skipped })}</Tag>}
      </div>
      <Stopped items={items} />
      <ol className="resend-items">
        {items.map((item) => (
          <Item key={item.fallout} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Stopped({ items }: { items: ResendItem[] }) {
  const { t } = useTranslation('provisioning');
  const canary = items.find(({ canary, state }) => canary && state === 'failed-again');
  if (!canary || !items.some(({ reason }) => reason === 'canary-failed')) return null;
  return (
    <p className="call-error">
      <b>{t('restStopped')}</b> {said(canary.message)}
    </p>
  );
}

function Item({ item }: { item: ResendItem }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const why = item.reason ? word('provisioning:reasons', item.reason) : said(item.message);
  return (
    <li>
      <code>{item.fallout}</code>
      <Link to={`/orders/${item.orderId}`}>{item.orderId}</Link>
      <span className="resend-customer">{item.customerName}</span>
      <span>{item.canary && <Tag tone="info">{t('canary')}</Tag>}</span>
      <Tag tone={tones[item.state] ?? 'plain'}>{word('provisioning:results', item.state)}</Tag>
      <span className="muted resend-why">
        {item.state === 'asked' && item.accepted ? t('accepted') : why}
        {item.settled && item.state !== 'skipped' ? ` ${second(item.settled).slice(11)}` : ''}
      </span>
    </li>
  );
}
