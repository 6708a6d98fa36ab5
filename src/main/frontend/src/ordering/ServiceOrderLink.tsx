import { Link } from 'react-router';
import { useMe } from '../shell/session';

/** The way to a service order's page, for whoever may see orders. */
export function ServiceOrderLink({ id }: { id: string }) {
  const { modules } = useMe();
  return modules.includes('orders') ? (
    <Link className="number" to={`/service-orders/${id}`}>
      {id}
    </Link>
  ) : (
    <code className="muted">{id}</code>
  );
}
