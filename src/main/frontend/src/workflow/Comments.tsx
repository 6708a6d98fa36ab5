import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Mentions } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Task, TaskComment, TaskPerson } from '../api/types';
import { Blank, Failure, useErrorText } from '../ui/Blank';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { commentsQuery } from './queries';
import './actions/actions.css';

export default function Comments({ task }: { task: Task }) {
  const { t } = useTranslation('workflow');
  const { t: ta } = useTranslation('actions');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const comments = useQuery(commentsQuery(task.id));
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [writing, setWriting] = useState(false);
  const people = useQuery({
    queryKey: ['task-people', task.id, 'mention'],
    queryFn: ({ signal }) =>
      api.get<TaskPerson[]>(`/api/tasks/${task.id}/people`, { purpose: 'mention' }, { signal }),
    enabled: writing,
  });

  const send = async () => {
    if (!text.trim() || busy) return;
    setBusy(true);
    try {
      const mentions = people.data
        ?.filter(({ name }) => `${text} `.includes(`@${name} `))
        .map(({ id }) => id);
      await api.post(`/api/tasks/${task.id}/comments`, { text: text.trim(), mentions });
      setText('');
      await queries.invalidateQueries({ queryKey: commentsQuery(task.id).queryKey });
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  if (comments.error) return <Failure error={comments.error} onRetry={() => void comments.refetch()} />;
  if (!comments.data) return <Waiting />;
  return (
    <div className="comments">
      {comments.data.length === 0 && <Blank title={t('comments.none')} hint={t('comments.noneHint')} />}
      <ul>
        {comments.data.map((comment) => {
          const name = comment.authorName ?? comment.author;
          return (
            <li key={comment.id}>
              <span className="avatar" aria-hidden>
                {name.slice(0, 1)}
              </span>
              <div>
                <b>{name}</b> <time className="muted">{minute(comment.at)}</time>
                <p>{marked(comment)}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="comments-new">
        <Mentions
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={text}
          placeholder={`${t('comments.write')} · ${ta('mention')}`}
          aria-label={t('comments.write')}
          onFocus={() => setWriting(true)}
          onChange={setText}
          options={people.data?.map((person) => ({
            key: person.id,
            value: person.name,
            label: (
              <span className="assign-option">
                <b>{person.name}</b> <span className="muted">{person.organization}</span>
              </span>
            ),
          }))}
        />
        <Button type="primary" loading={busy} disabled={!text.trim()} onClick={() => void send()}>
          {t('comments.send')}
        </Button>
      </div>
    </div>
  );
}

/** The words, with those who are mentioned made to stand out. */
function marked({ text, mentions }: TaskComment): ReactNode {
  const names = mentions.map(({ name }) => `@${name}`);
  const places = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return places
    ? text
        .split(new RegExp(`(${places})`))
        .map((part, at) => (names.includes(part) ? <b key={at}>{part}</b> : part))
    : text;
}
