import { AuditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMe } from '../shell/session';
import { ExportMenu } from '../ui/ExportMenu';
import { PageHead } from '../ui/PageHead';
import { Tabs } from '../ui/Tabs';
import { Total } from '../ui/Total';
import { AuditList, useAuditFilters } from './AuditList';
import { auditsQuery } from './queries';
import { mayAudit } from './rights';
import { Trend } from './Trend';
import './audit.css';

const BatchDialog = lazy(() => import('./BatchDialog'));

type Tab = 'list' | 'trend';

export default function AuditsPage() {
  const { t } = useTranslation('audit');
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const [batch, setBatch] = useState(false);
  const { query, filters } = useAuditFilters();
  const rows = useQuery(auditsQuery(query));
  return (
    <div className="page">
      <PageHead title={t('title')} after={rows.data && <Total of={rows.data} />}>
        <ExportMenu path="/api/order-audits/export" query={filters} />
        {mayAudit(me) && (
          <Button type="primary" icon={<AuditOutlined />} onClick={() => setBatch(true)}>
            {t('batch.action')}
          </Button>
        )}
      </PageHead>
      <section className="card">
        <Tabs<Tab>
          label={t('tabs')}
          active={(params.get('tab') ?? 'list') as Tab}
          onChange={(tab) => setParams(tab === 'list' ? {} : { tab }, { replace: true })}
          tabs={[
            { key: 'list', label: t('list'), children: <AuditList /> },
            { key: 'trend', label: t('trend'), children: <Trend /> },
          ]}
        />
      </section>
      <Suspense>{batch && <BatchDialog onClose={() => setBatch(false)} />}</Suspense>
    </div>
  );
}
