import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { BulkItem, Page, Task } from '../../api/types';
import { useErrorText } from '../../ui/Blank';
import { PopMenu } from '../../ui/PopMenu';
import { useToasts } from '../../ui/toasts';
import { useTotal, type Counted } from '../../ui/Total';
import { useBilingual } from '../../ui/words';
import type { Asking } from './BulkDialog';
import { useBulkRun, type BulkWish } from './useBulkRun';
import './actions.css';

const BulkDialog = lazy(() => import('./BulkDialog'));

const MOST = 5_000;
const PAGE = 200;
const SHOWN = 100;
const RARER = { delegate: 'delegate', cc: 'copy', 'follow-up': 'follow-up', comment: 'comment' } as const;

/** One action on all that is selected; what failed stays selected, with the reason. */
export default function BulkBar({
  rows,
  total,
  query,
  chosen,
  onChoose,
}: {
  rows: Task[];
  total: Counted | undefined;
  /** What the list is narrowed to: all that match can be selected. */
  query: Record<string, string | undefined>;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('actions');
  const { t: tw } = useTranslation('workflow');
  const bilingual = useBilingual();
  const counted = useTotal();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [left, setLeft] = useState<BulkItem[]>([]);
  const [asking, setAsking] = useState<Asking>();
  const [sure, setSure] = useState(false);
  const [collecting, setCollecting] = useState(false);
  const { running, start, stop } = useBulkRun((rest) => {
    setLeft(rest);
    onChoose(new Set(rest.map(({ taskId }) => taskId)));
  });
  const failures = left.filter(({ taskId, state }) => state === 'failed' && chosen.has(taskId));

  const run = (wish: BulkWish) => {
    setLeft([]);
    setAsking(undefined);
    setSure(false);
    void start(wish, [...chosen]);
  };

  const chooseAll = async () => {
    setCollecting(true);
    try {
      const ids = new Set<string>();
      for (let page = 0, more = true; more && ids.size < MOST; page++) {
        const { items } = await api.get<Page<Task>>('/api/tasks', { ...query, page, size: PAGE });
        items.forEach(({ id }) => ids.add(id));
        more = items.length === PAGE;
      }
      onChoose(ids);
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setCollecting(false);
    }
  };

  if (running !== undefined) {
    const settled = running ? running.done + running.failed + running.stopped : 0;
    const progress = { done: settled, total: running?.total ?? chosen.size };
    return (
      <div className="bulk" role="status">
        <progress value={settled} max={progress.total} aria-label={t('bulk.running', progress)} />
        <span>{t('bulk.running', progress)}</span>
        {!!running?.failed && <span>{t('bulk.failing', { count: running.failed })}</span>}
        <Button size="small" onClick={stop}>
          {t('bulk.stop')}
        </Button>
        <span className="muted">{t('bulk.goesOn')}</span>
      </div>
    );
  }
  if (chosen.size === 0) return null;
  const beyond = total && (total.total > rows.length || total.totalIsAtLeast);
  return (
    <div className="bulk">
      <b>{t('bulk.selected', { count: chosen.size })}</b>
      {rows.some(({ id }) => !chosen.has(id)) ? (
        <Button size="small" type="link" onClick={() => onChoose(new Set(rows.map(({ id }) => id)))}>
          {t('bulk.all', { count: rows.length })}
        </Button>
      ) : (
        beyond &&
        chosen.size <= rows.length && (
          <Button size="small" type="link" loading={collecting} onClick={() => void chooseAll()}>
            {t('bulk.matching', { total: counted(total) })}
          </Button>
        )
      )}
      {(['claim', 'unclaim', 'urge'] as const).map((action) => (
        <Button key={action} size="small" onClick={() => run({ action })}>
          {tw(`actions.${action}`)}
        </Button>
      ))}
      <Button size="small" onClick={() => setAsking('assign')}>
        {tw('actions.assign')}
      </Button>
      {sure ? (
        <Button size="small" type="primary" onClick={() => run({ action: 'complete' })}>
          {t('bulk.completeSure', { count: chosen.size })}
        </Button>
      ) : (
        <Button size="small" title={t('bulk.completeHint')} onClick={() => setSure(true)}>
          {t('bulk.complete')}
        </Button>
      )}
      <PopMenu
        button={tw('actions.more')}
        label={tw('actions.more')}
        items={Object.entries(RARER).map(([action, text]) => ({
          key: action,
          label: t(`dialog.${text}.title`),
          run: () => setAsking(action as Asking),
        }))}
      />
      <Button size="small" type="text" onClick={() => onChoose(new Set())}>
        {t('bulk.clear')}
      </Button>
      {sure && <span className="muted">{t('bulk.completeHint')}</span>}
      {failures.length > 0 && (
        <div className="bulk-failed" role="alert">
          <b>{t('bulk.failed', { count: failures.length })}</b>
          <ul aria-label={t('bulk.failed', { count: failures.length })}>
            {failures.slice(0, SHOWN).map((item) => (
              <li key={item.taskId}>
                {item.name ? `${bilingual(item, 'name')} ${item.businessKey ?? ''}` : item.taskId}:{' '}
                {item.detail}
              </li>
            ))}
          </ul>
          {failures.length > SHOWN && <span>{t('bulk.andMore', { count: failures.length - SHOWN })}</span>}
        </div>
      )}
      {asking && (
        <Suspense>
          <BulkDialog
            action={asking}
            taskId={[...chosen][0]!}
            onClose={() => setAsking(undefined)}
            onChosen={run}
          />
        </Suspense>
      )}
    </div>
  );
}
