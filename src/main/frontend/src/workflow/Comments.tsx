import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Task } from '../api/types';
import { Blank, Failure, useErrorText } from '../ui/Blank';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { commentsQuery } from './queries';

export default function Comments({ task }: { task: Task }) {
  const { t } = useTranslation('workflow');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const comments = useQuery(commentsQuery(task.id));
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);

  const send = async () => {
    if (!text.trim() || busy) return;
    setBusy(true);
    try {
      await api.post(`/api/tasks/${task.id}/comments`, { text: text.trim() });
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
                <p>{comment.text}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <div className="comments-new">
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={text}
          placeholder={t('comments.write')}
          aria-label={t('comments.write')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" loading={busy} disabled={!text.trim()} onClick={() => void send()}>
          {t('comments.send')}
        </Button>
      </div>
    </div>
  );
}
