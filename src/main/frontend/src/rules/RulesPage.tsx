import { useTranslation } from 'react-i18next';
import { useMe } from '../shell/session';
import { useFilters } from '../ui/filters';
import { PageHead } from '../ui/PageHead';
import { Tabs } from '../ui/Tabs';
import { DecisionList } from './DecisionList';
import { ResendRuleList } from './ResendRuleList';
import './rules.css';

/** What people may change while orders run: decision tables, and how often failed calls are tried again. */
export default function RulesPage() {
  const { t } = useTranslation('rules');
  const me = useMe();
  const { values, change } = useFilters();
  const tabs = [
    ...(me.modules.includes('decisions')
      ? [{ key: 'tables' as const, label: t('tables'), children: <DecisionList /> }]
      : []),
    { key: 'resend' as const, label: t('resend'), children: <ResendRuleList /> },
  ];
  const active = values.tab === 'resend' ? 'resend' : tabs[0]!.key;
  return (
    <div className="page">
      <PageHead title={t('title')} />
      <section className="card">
        <Tabs tabs={tabs} active={active} label={t('title')} onChange={(tab) => change({ tab })} />
      </section>
    </div>
  );
}
