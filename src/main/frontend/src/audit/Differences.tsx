import { CheckCircleOutlined } from '@ant-design/icons';
import { Button, Table, type TableProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditDifference, AuditPage } from '../api/types';
import { useMe } from '../shell/session';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { minute } from '../ui/time';
import type { Repair } from './RepairDialog';
import { mayAudit } from './rights';
import { DifferenceState } from './States';
import { useElementName, useSaid, useStepName } from './words';

const RepairDialog = lazy(() => import('./RepairDialog'));

/** What differs, which step wrote it, and what may be done about it. */
export function Differences({ audit }: { audit: AuditPage }) {
  const { t } = useTranslation('audit');
  const me = useMe();
  const systemName = useSystemName();
  const elementName = useElementName();
  const stepName = useStepName();
  const said = useSaid();
  const [wanted, setWanted] = useState<{ difference: AuditDifference; repair: Repair }>();

  const columns: TableProps<AuditDifference>['columns'] = [
    { title: t('system'), key: 'system', width: 130, render: (_, row) => systemName(row.system) },
    { title: t('element.title'), key: 'element', width: 110, render: (_, row) => elementName(row.element) },
    { title: t('esop'), key: 'ours', render: (_, row) => <span className="number">{said(row.ours)}</span> },
    {
      title: t('theirs'),
      key: 'theirs',
      render: (_, row) => <span className="number audit-differs">{said(row.theirs)}</span>,
    },
    {
      title: t('writtenBy'),
      key: 'source',
      width: 170,
      render: (_, row) => (
        <>
          {stepName(row.source)}
          <div className="muted number">{row.source.split(':')[0]}</div>
        </>
      ),
    },
    {
      title: t('differenceState.title'),
      key: 'state',
      width: 190,
      render: (_, row) => <Progress difference={row} />,
    },
    ...(mayAudit(me)
      ? [
          {
            key: 'offers',
            width: 250,
            render: (_: unknown, row: AuditDifference) => (
              <span className="audit-offers">
                {(row.offers as Repair[]).map((repair) => (
                  <Button
                    key={repair}
                    size="small"
                    type={repair === row.recommended ? 'primary' : 'default'}
                    onClick={() => setWanted({ difference: row, repair })}
                  >
                    {t(`repair.${repair}`)}
                  </Button>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];

  return (
    <>
      <Table<AuditDifference>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={audit.differences}
        pagination={false}
        scroll={{ x: 1080 }}
        locale={{
          emptyText: (
            <Blank
              icon={<CheckCircleOutlined />}
              title={t(audit.state === 'same' ? 'noDifference' : `state.${audit.state as 'unknown'}`)}
              hint=""
            />
          ),
        }}
      />
      <Suspense>
        {wanted && <RepairDialog audit={audit} {...wanted} onClose={() => setWanted(undefined)} />}
      </Suspense>
    </>
  );
}

function Progress({ difference }: { difference: AuditDifference }) {
  const { t } = useTranslation('audit');
  const lines = [
    difference.result && t(`result.${difference.result as 'same'}`),
    difference.message,
    difference.personName && t('person', { person: difference.personName }),
    difference.approverName && t('approver', { person: difference.approverName }),
    difference.state !== 'open' && difference.reason,
    minute(difference.changed),
  ].filter(Boolean);
  return (
    <>
      <DifferenceState state={difference.state} />
      <div className="muted audit-small">{lines.join(' · ')}</div>
    </>
  );
}
