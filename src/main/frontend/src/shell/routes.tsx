import { createBrowserRouter, type RouteObject } from 'react-router';
import { withWords } from '../i18n';
import { Shell } from './Shell';
import { Home, Missing, Broken } from './pages';

/** Each page is a chunk of its own: whoever reads the inbox never loads the order form. */
function page(path: string, load: () => Promise<{ default: React.ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await withWords(load)).default }) };
}

/** A page that is shown first: its words came with the shell's. */
function firstPage(path: string, load: () => Promise<{ default: React.ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

const routes: RouteObject[] = [
  {
    ...firstPage('/login', () => import('./LoginPage')),
    errorElement: <Broken />,
    hydrateFallbackElement: <></>,
  },
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <Home /> },
          firstPage('inbox/:view?/:taskId?', () => import('../workflow/InboxPage')),
          page('me/substitution', () => import('../dispatch/SubstitutionPage')),
          page('team', () => import('../workflow/team/TeamPage')),
          page('started', () => import('../workflow/started/StartedPage')),
          page('start', () => import('../workflow/start/StartPage')),
          page('matters/:id', () => import('../workflow/matter/MatterPage')),
          page('overview', () => import('../overview/OverviewPage')),
          page('intake', () => import('../intake/EntryPage')),
          page('intakes', () => import('../intake/IntakesPage')),
          page('intakes/:id', () => import('../intake/IntakePage')),
          page('opportunities', () => import('../opportunity/OpportunitiesPage')),
          page('opportunities/new', () => import('../opportunity/NewPage')),
          page('opportunities/templates', () => import('../opportunity/TemplatesPage')),
          page('opportunities/:id/edit', () => import('../opportunity/EditPage')),
          page('opportunities/:id', () => import('../opportunity/OpportunityPage')),
          page('orders', () => import('../ordering/OrdersPage')),
          page('orders/new', () => import('../ordering/entry/EntryPage')),
          page('orders/templates', () => import('../ordering/templates/TemplatesPage')),
          page('orders/:id', () => import('../ordering/OrderPage')),
          page('service-orders/:id', () => import('../ordering/ServiceOrderPage')),
          page('cancellations', () => import('../cancellation/CancellationsPage')),
          page('cancellations/new', () => import('../cancellation/NewPage')),
          page('cancellations/:id', () => import('../cancellation/CancellationPage')),
          page('work-orders', () => import('../provisioning/WorkOrdersPage')),
          page('partner', () => import('../partner/PartnerPage')),
          page('partner/:id', () => import('../partner/PartnerOrderPage')),
          page('partners', () => import('../partners/PartnersPage')),
          page('fallouts', () => import('../provisioning/FalloutsPage')),
          page('audits', () => import('../audit/AuditsPage')),
          page('audits/:id', () => import('../audit/AuditPage')),
          page('rules', () => import('../rules/RulesPage')),
          page('rules/tables/:id', () => import('../rules/TablePage')),
          page('products', () => import('../catalogue/CataloguePage')),
          page('calendars/:id?', () => import('../calendars/CalendarsPage')),
          page('calls', () => import('../systems/CallsPage')),
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes, { basename: '/app' });
