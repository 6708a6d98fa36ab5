import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './matter.css';

/** From any part of a customer matter to the whole of it. */
export default function MatterLink({ id }: { id: string }) {
  const { t } = useTranslation('matter');
  return (
    <Link className="matter-link" to={`/matters/${id}`}>
      {t('open')}
    </Link>
  );
}
