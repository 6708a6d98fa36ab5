import { FieldTimeOutlined, PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { TaskClock as Clock } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { ClockBar } from './ClockBar';
import './clock.css';

const StopDialog = lazy(() => import('./StopDialog'));

/** Whether a task's time runs, and why not; a task with a promised date has no clock, and nothing is shown. */
export default function TaskClock({ taskId, acting }: { taskId: string; acting: boolean }) {
  const { t } = useTranslation('workflow');
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const { message } = useToasts();
  const errorText = useErrorText();
  const [stopping, setStopping] = useState(false);
  const key = ['tasks', 'clock', taskId];
  const clock = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Clock>(`/api/task-clocks/${taskId}`, {}, { signal }),
    retry: false,
  });
  const changed = (after: Clock) => {
    queries.setQueryData(key, after);
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    void queries.invalidateQueries({ queryKey: ['instances'] });
  };
  const resume = useMutation({
    mutationFn: () => api.post<Clock>(`/api/task-clocks/${taskId}/resume`, {}),
    onSuccess: changed,
    onError: (failure) => message.error(errorText(failure)),
  });
  if (!clock.data) return null;
  const { waiting, stoppedMinutes, causes } = clock.data;
  return (
    <div className="task-clock">
      <ClockBar clock={clock.data} />
      {waiting ? (
        <>
          <Tag tone={waiting.stops ? 'info' : 'warn'} title={waiting.reason}>
            {waiting.stops ? <PauseCircleOutlined /> : <FieldTimeOutlined />}
            {t(waiting.stops ? 'clock.stopped' : 'clock.noted', { cause: bilingual(waiting, 'name') })}
          </Tag>
          <span className="muted">
            {t('clock.until', { time: minute(waiting.until), name: waiting.person })} · {waiting.reason}
          </span>
          {acting && (
            <Button
              size="small"
              icon={<PlayCircleOutlined />}
              loading={resume.isPending}
              onClick={() => resume.mutate()}
            >
              {t('clock.resume')}
            </Button>
          )}
        </>
      ) : (
        <>
          {stoppedMinutes > 0 && (
            <span className="muted">
              {t('clock.stoodStill', { hours: Math.round(stoppedMinutes / 6) / 10 })}
            </span>
          )}
          {acting && causes.length > 0 && (
            <Button size="small" type="text" icon={<PauseCircleOutlined />} onClick={() => setStopping(true)}>
              {t('clock.wait')}
            </Button>
          )}
        </>
      )}
      {stopping && (
        <Suspense>
          <StopDialog
            taskId={taskId}
            causes={causes}
            onStopped={(after) => {
              changed(after);
              setStopping(false);
            }}
            onClose={() => setStopping(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
