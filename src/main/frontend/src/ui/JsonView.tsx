import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './json.css';

/** JSON as people read it: indented, lightly coloured, to be copied. */
export function JsonView({ title, value }: { title: string; value: unknown }) {
  const { t } = useTranslation('ui');
  const text = useMemo(
    () => (value === undefined || value === null ? '' : JSON.stringify(value, null, 2)),
    [value],
  );
  return (
    <section className="json">
      <header className="json-head">
        <span>{title}</span>
        {text && <CopyButton text={text} />}
      </header>
      {text ? (
        <pre className="json-body" tabIndex={0} aria-label={title}>
          {coloured(text)}
        </pre>
      ) : (
        <div className="json-none">{t('nothing')}</div>
      )}
    </section>
  );
}

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function coloured(text: string) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const kind = match[2] ? 'key' : match[1] ? 'string' : 'value';
    parts.push(text.slice(last, match.index));
    const word = match[2] ? match[1] : match[0];
    parts.push(
      <span key={match.index} className={`json-${kind}`}>
        {word}
      </span>,
    );
    last = match.index + word!.length;
  }
  parts.push(text.slice(last));
  return parts;
}

/** Over plain http there is no clipboard to write to. */
function copySelected(text: string) {
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = text;
  area.select();
  document.execCommand('copy');
  area.remove();
}

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('ui');
  const [done, setDone] = useState(false);
  const copy = async () => {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copySelected(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  const name = done ? t('copied') : (label ?? t('copy'));
  return (
    <Tooltip title={name}>
      <Button
        size="small"
        type="text"
        icon={done ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={name}
        onClick={() => void copy()}
      />
    </Tooltip>
  );
}
