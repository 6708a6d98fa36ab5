import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ApiError } from '../api/client';
import type { DecisionPage } from '../api/types';
import { useMe } from '../shell/session';
import { Failure, useErrorText } from '../ui/Blank';
import { PageHead } from '../ui/PageHead';
import { Tag } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { cellOf, draftOf, isChanged, sent, type DraftRule } from './draft';
import { decisionQuery, decisionsQuery } from './queries';
import { RuleGrid } from './RuleGrid';
import { SaveDialog } from './SaveDialog';
import { TryPanel } from './TryPanel';
import { useTableWords } from './useTableWords';
import { Versions } from './Versions';
import './rules.css';

export default function TablePage() {
  const { id = '' } = useParams();
  const page = useQuery(decisionQuery(id));
  if (page.error) return <Failure error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Waiting />;
  // another version is another draft
  return <Editor key={`${id} ${page.data.version}`} page={page.data} />;
}

/** A table is opened, changed cell by cell, tried on an example, and saved with the reason: then it acts at once. */
function Editor({ page }: { page: DecisionPage }) {
  const { t } = useTranslation('rules');
  const words = useTableWords();
  const me = useMe();
  const queries = useQueryClient();
  const { message } = useToasts();
  const errorText = useErrorText();
  const { table } = page;
  const [rules, setRules] = useState<DraftRule[]>(() => draftOf(page));
  const [lit, setLit] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<unknown>();
  const [saving, setSaving] = useState(false);
  const readOnly = !me.roles.includes('designer');
  const changed = isChanged(page, rules);
  const errors = errorsOf(problem);
  const edit = (next: DraftRule[]) => {
    setRules(next);
    setLit(new Set());
    setProblem(undefined);
  };

  const applied = (after: DecisionPage, text: string) => {
    message.success(text);
    queries.setQueryData(decisionQuery(table.id).queryKey, after);
    void queries.invalidateQueries({ queryKey: decisionsQuery.queryKey });
  };
  const save = async (note: string) => {
    try {
      applied(
        await api.put<DecisionPage>(`/api/decisions/${table.id}`, {
          version: page.version,
          note,
          rules: sent(rules),
        }),
        t('saved'),
      );
    } catch (failure) {
      setProblem(failure);
    } finally {
      setSaving(false);
    }
  };
  const giveBack = async (to: number | null, note: string) => {
    try {
      applied(
        await api.post<DecisionPage>(`/api/decisions/${table.id}/return`, {
          version: page.version,
          to,
          note,
        }),
        t('returned'),
      );
    } catch (failure) {
      setProblem(failure);
    }
  };

  return (
    <div className="page">
      <PageHead
        title={words.table(table.id, table.name)}
        after={
          <span className="rules-tags">
            <Tag>{t('versionNumber', { version: page.version })}</Tag>
            <Tag tone={page.edited ? 'info' : 'plain'}>{t(page.edited ? 'edited' : 'packaged')}</Tag>
            {page.packageMoved && <Tag tone="warn">{t('packageMoved')}</Tag>}
          </span>
        }
      >
        <Link to="/rules">{t('back')}</Link>
        <Button
          icon={<DownloadOutlined />}
          href={`/api/decisions/${table.id}/file`}
          download={`${table.id}.dmn`}
        >
          {t('download')}
        </Button>
        {!readOnly && (
          <>
            <Button disabled={!changed} onClick={() => edit(draftOf(page))}>
              {t('discard')}
            </Button>
            <Button type="primary" disabled={!changed} onClick={() => setSaving(true)}>
              {t('save')}
            </Button>
          </>
        )}
      </PageHead>
      {problem !== undefined && (
        <p className="call-error" role="alert">
          {errorText(problem)}
          {problem instanceof ApiError && problem.status === 409 && (
            <Button
              size="small"
              type="link"
              onClick={() => void queries.invalidateQueries({ queryKey: decisionQuery(table.id).queryKey })}
            >
              {t('reload')}
            </Button>
          )}
        </p>
      )}
      <section className="card">
        <p className="rules-note">{words.about(table.id)}</p>
        <RuleGrid table={table} rules={rules} onChange={edit} readOnly={readOnly} lit={lit} errors={errors} />
        <p className="rules-note muted">{t('help')}</p>
      </section>
      <div className="rules-below">
        {!readOnly && (
          <TryPanel
            table={table}
            rules={rules}
            onResult={(places) => setLit(new Set(places))}
            onProblem={setProblem}
          />
        )}
        <Versions page={page} readOnly={readOnly} changed={changed} onReturn={giveBack} />
      </div>
      {saving && <SaveDialog page={page} rules={rules} onSave={save} onClose={() => setSaving(false)} />}
    </div>
  );
}

function errorsOf(problem: unknown): Record<string, string> {
  if (!(problem instanceof ApiError)) return {};
  return Object.fromEntries(
    problem.errors.flatMap(({ field, message }) => {
      const cell = cellOf(field);
      if (!cell) return [];
      return [[cell.kind ? `${cell.rule}.${cell.kind}.${cell.column}` : String(cell.rule), message]];
    }),
  );
}
