import { DeleteOutlined, PaperClipOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { Attachment, Task } from '../../api/types';
import { useMe } from '../../shell/session';
import { Blank, Failure, useErrorText } from '../../ui/Blank';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import { Waiting } from '../../ui/Waiting';
import { attachmentsQuery } from '../queries';
import { kinds, looksRight, MOST_BYTES, readable } from './files';
import { upload } from './upload';
import './actions.css';

/** The files laid to a task: what will not be taken is said before it is sent. */
export default function Attachments({ task }: { task: Task }) {
  const { t } = useTranslation('actions');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const me = useMe();
  const files = useQuery(attachmentsQuery(task.id));
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number; stop: AbortController }>();
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);
  const open = task.state === 'created' || task.state === 'claimed';
  const renew = () => queries.invalidateQueries({ queryKey: ['tasks', task.id] });

  const add = async (file: File) => {
    setRefused(undefined);
    const name = file.name;
    if (file.size === 0) return setRefused(t('files.empty', { name }));
    if (file.size > MOST_BYTES) return setRefused(t('files.large', { name }));
    if (!(await looksRight(file))) return setRefused(t('files.kind', { name }));
    const stop = new AbortController();
    setSending({ name, share: 0, stop });
    try {
      await upload(`/api/tasks/${task.id}/attachments`, file, stop.signal, (share) =>
        setSending({ name, share, stop }),
      );
      message.success(t('files.done', { name }));
    } catch (failure) {
      if (!stop.signal.aborted) {
        setRefused(failure instanceof ApiError ? failure.message : errorText(failure));
      }
    } finally {
      setSending(undefined);
      await renew();
    }
  };

  const remove = async (file: Attachment) => {
    try {
      await api.delete(`/api/tasks/${task.id}/attachments/${file.id}`);
      message.success(t('files.removed'));
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      await renew();
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && open && !sending) void add(file);
  };

  if (files.error) return <Failure error={files.error} onRetry={() => void files.refetch()} />;
  if (!files.data) return <Waiting />;
  return (
    <div
      className="files"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(open);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {open && (
        <div className="files-head">
          <input
            ref={input}
            type="file"
            hidden
            accept={kinds.map((kind) => `.${kind}`).join(',')}
            aria-label={t('files.add')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void add(file);
            }}
          />
          <Button icon={<PaperClipOutlined />} disabled={!!sending} onClick={() => input.current?.click()}>
            {t('files.add')}
          </Button>
          <span className="muted">{t('files.hint')}</span>
        </div>
      )}
      {refused && (
        <p role="alert">
          <WarningOutlined /> {refused}
        </p>
      )}
      {sending && (
        <div className="files-head" role="status">
          <span>{t('files.sending', { name: sending.name })}</span>
          <progress value={sending.share} max={1} aria-label={sending.name} />
          <Button size="small" onClick={() => sending.stop.abort()}>
            {t('files.cancel')}
          </Button>
        </div>
      )}
      {files.data.length === 0 && !sending && (
        <Blank title={t('files.none')} hint={open ? t('files.noneHint') : undefined} />
      )}
      <ul>
        {files.data.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden />
            <a href={`/api/tasks/${task.id}/attachments/${file.id}`} download={file.name}>
              {file.name}
            </a>
            <span className="muted">{readable(file.size)}</span>
            <span className="muted">{t('files.by', { name: file.addedByName })}</span>
            <time className="muted">{minute(file.added)}</time>
            {open && (file.addedBy === me.id || task.assignee === me.id) ? (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => void remove(file)}
              />
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
