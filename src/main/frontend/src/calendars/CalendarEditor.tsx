import {
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  UploadOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { CalendarPage, HolidayReport } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useFilters } from '../ui/filters';
import { Tabs } from '../ui/Tabs';
import { Tag } from '../ui/Tag';
import { minute, today } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { DayPanel } from './DayPanel';
import { draftOf, isChanged, loadedYears, lookOf, sent, spans, type Draft } from './draft';
import { HoursEditor } from './HoursEditor';
import { calendarQuery, calendarsQuery } from './queries';
import { Recounts } from './Recounts';
import { YearsEditor } from './YearsEditor';
import { YearView } from './YearView';

const SaveDialog = lazy(() => import('./SaveDialog'));
const ImportDialog = lazy(() => import('./ImportDialog'));

type Tab = 'days' | 'hours' | 'years' | 'recounts';

/** A calendar is looked at year by year, changed as a draft, and saved after one has seen what that moves. */
export function CalendarEditor({ page }: { page: CalendarPage }) {
  const { t } = useTranslation('calendars');
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const { values, change } = useFilters();
  const [draft, setDraft] = useState<Draft>(() => draftOf(page));
  const [year, setYear] = useState(() => today().year());
  const [day, setDay] = useState(() => today().format('YYYY-MM-DD'));
  const [problem, setProblem] = useState<unknown>();
  const [saving, setSaving] = useState(false);
  const [report, setReport] = useState<{ file: string; report: HolidayReport }>();
  const file = useRef<HTMLInputElement>(null);
  const look = useMemo(() => lookOf(page, draft), [page, draft]);
  const changed = isChanged(page, draft);
  const wrong = (draft.hours ?? []).some((text) => spans(text) === undefined);
  const loaded = loadedYears(page, draft);
  const select = (next: string) => {
    setDay(next);
    setYear(Number(next.slice(0, 4)));
  };

  const save = async (note: string) => {
    try {
      const after = await api.put<CalendarPage>(`/api/calendars/${page.id}`, {
        ...sent(draft),
        note,
        revision: page.revision,
      });
      queries.setQueryData(calendarQuery(page.id).queryKey, after);
      void queries.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      message.success(t('saved'));
      change({ tab: 'recounts' });
    } catch (failure) {
      setProblem(failure);
      setSaving(false);
    }
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(undefined);
    try {
      const body = new Blob([chosen], { type: 'text/calendar' });
      setReport({
        file: chosen.name,
        report: await api.post<HolidayReport>(`/api/calendars/${page.id}/import`, body),
      });
    } catch (failure) {
      setProblem(failure);
    }
  };

  const known = loaded.get(year);
  return (
    <section className="card calendar-one">
      <header className="card-head">
        <h2>{bilingual(page, 'name')}</h2>
        <span className="muted">
          {page.changed
            ? t('changedBy', { name: page.changedBy ?? '–', time: minute(page.changed) })
            : t('packaged')}
        </span>
        <div className="page-head-actions">
          <Button
            icon={<DownloadOutlined />}
            href={`/api/calendars/${page.id}/export`}
            download={`${page.id}.ics`}
          >
            {t('export')}
          </Button>
          {page.editable && (
            <>
              <input
                ref={file}
                type="file"
                accept=".ics,text/calendar"
                hidden
                data-testid="calendar-file"
                onChange={(event) => {
                  void read(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
              <Button icon={<UploadOutlined />} onClick={() => file.current?.click()}>
                {t('import')}
              </Button>
              <Button disabled={!changed} onClick={() => setDraft(draftOf(page))}>
                {t('discard')}
              </Button>
              <Button type="primary" disabled={!changed || wrong} onClick={() => setSaving(true)}>
                {t('save')}
              </Button>
            </>
          )}
        </div>
      </header>
      {problem !== undefined && (
        <p className="call-error" role="alert">
          {errorText(problem)}
          {problem instanceof ApiError && problem.status === 409 && (
            <Button
              size="small"
              type="link"
              onClick={() => void queries.invalidateQueries({ queryKey: calendarQuery(page.id).queryKey })}
            >
              {t('reload')}
            </Button>
          )}
        </p>
      )}
      {page.beyond.length > 0 && (
        <p className="calendar-beyond" role="status">
          <WarningOutlined />{' '}
          {page.beyond
            .map(({ year: late, tasks }) => t('beyond', { year: late, count: tasks }))
            .join(t('listSeparator'))}
        </p>
      )}
      <Tabs<Tab>
        label={t('title')}
        active={(values.tab as Tab) || 'days'}
        onChange={(tab) => change({ tab })}
        tabs={[
          {
            key: 'days',
            label: t('days'),
            children: (
              <div className="calendar-days">
                <div className="calendar-year">
                  <div className="calendar-steps">
                    <Button
                      size="small"
                      icon={<LeftOutlined />}
                      aria-label={t('before')}
                      onClick={() => setYear(year - 1)}
                    />
                    <b className="number">{year}</b>
                    <Button
                      size="small"
                      icon={<RightOutlined />}
                      aria-label={t('after')}
                      onClick={() => setYear(year + 1)}
                    />
                    {known ? (
                      <Tag tone={known.provisional ? 'info' : 'plain'} title={known.source}>
                        {t(known.provisional ? 'estimated' : 'loaded')}
                      </Tag>
                    ) : (
                      <Tag tone="warn">{t('notLoaded', { year })}</Tag>
                    )}
                    <Legend />
                  </div>
                  <YearView year={year} day={day} look={look} onSelect={select} />
                </div>
                <DayPanel
                  day={day}
                  look={look(day)}
                  draft={draft}
                  readOnly={!page.editable}
                  onChange={setDraft}
                />
              </div>
            ),
          },
          {
            key: 'hours',
            label: t('hours'),
            children: <HoursEditor page={page} draft={draft} onChange={setDraft} />,
          },
          {
            key: 'years',
            label: t('years'),
            children: <YearsEditor page={page} draft={draft} onChange={setDraft} />,
          },
          { key: 'recounts', label: t('recounts'), children: <Recounts page={page} /> },
        ]}
      />
      <Suspense>
        {saving && <SaveDialog page={page} draft={draft} onSave={save} onClose={() => setSaving(false)} />}
        {report && (
          <ImportDialog
            {...report}
            draft={draft}
            onTake={(next) => {
              setDraft(next);
              setReport(undefined);
              const first = report.report.days[0];
              if (first) select(first.day);
              change({ tab: '' });
            }}
            onClose={() => setReport(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}

function Legend() {
  const { t } = useTranslation('calendars');
  return (
    <span className="calendar-legend">
      {(['holiday', 'make-up', 'rest'] as const).map((kind) => (
        <span key={kind}>
          <i className="day" data-kind={kind} aria-hidden /> {t(`kinds.${kind}`)}
        </span>
      ))}
    </span>
  );
}
