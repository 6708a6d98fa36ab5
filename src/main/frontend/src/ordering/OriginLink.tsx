import { Link } from 'react-router';

/** What has a page of its own, by how its number begins. */
const PLACES: Record<string, string> = { OP: 'opportunities', IN: 'intakes', SC: 'cancellations' };

/** The contact with the customer that something came from: an opportunity, an intake, or a number of another system. */
export function OriginLink({ id }: { id: string }) {
  const place = PLACES[id.slice(0, 2)];
  return place ? <Link to={`/${place}/${id}`}>{id}</Link> : id;
}
