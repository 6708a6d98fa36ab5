import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../shell/session';
import { Differences } from './Differences';
import { auditQuery } from './queries';
import './audit.css';

/** Below the form of an audit's task: what differs, what may be done about each, and the way to the audit. */
export default function AuditFacts({ id }: { id: string }) {
  const { t } = useTranslation('audit');
  const { modules } = useMe();
  const { data } = useQuery({ ...auditQuery(id), enabled: modules.includes('audits') });
  if (!data) return null;
  return (
    <section aria-label={t('differences', { count: data.differences.length })}>
      <p>
        <Link to={`/audits/${id}`}>{t('openAudit', { id })}</Link>
      </p>
      <Differences audit={data} />
    </section>
  );
}
