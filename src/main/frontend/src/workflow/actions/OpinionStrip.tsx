import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opinion, Task } from '../../api/types';
import { useMe } from '../../shell/session';
import { Tag, type Tone } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { actionsQuery } from '../queries';
import './actions.css';

const ActionDialog = lazy(() => import('./ActionDialog'));

const TONES: Record<Opinion['state'], Tone> = {
  waiting: 'plain',
  open: 'warn',
  agreed: 'good',
  disagreed: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
};

/** Who was asked about a task, and what they said; who asked may ask no longer. */
export default function OpinionStrip({ task, opinions }: { task: Task; opinions: Opinion[] }) {
  const { t } = useTranslation('actions');
  const me = useMe();
  const actions = useQuery(actionsQuery(task.id));
  const withdraw = actions.data?.find(({ action }) => action === 'opinion-withdraw');
  const [withdrawn, setWithdrawn] = useState<Opinion>();

  return (
    <section className="opinions" aria-label={t('opinions.title')}>
      <ul>
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <b>{opinion.personName}</b>
            <Tag tone={TONES[opinion.state]}>{t(`opinions.${opinion.state}`)}</Tag>
            <span className="opinion-words">{opinion.answer ?? opinion.question}</span>
            {opinion.state === 'open' && opinion.due && (
              <span className="muted">{t('opinions.until', { time: minute(opinion.due) })}</span>
            )}
            {withdraw &&
              (opinion.state === 'open' || opinion.state === 'waiting') &&
              (opinion.askedBy === me.id || task.assignee === me.id) && (
                <Button
                  size="small"
                  type="link"
                  disabled={!withdraw.allowed}
                  title={withdraw.reason ?? undefined}
                  onClick={() => setWithdrawn(opinion)}
                >
                  {t('opinions.withdraw')}
                </Button>
              )}
          </li>
        ))}
      </ul>
      {withdraw && withdrawn && (
        <Suspense>
          <ActionDialog
            task={task}
            action={withdraw}
            opinion={withdrawn}
            title={t('opinions.withdraw')}
            onClose={() => setWithdrawn(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
