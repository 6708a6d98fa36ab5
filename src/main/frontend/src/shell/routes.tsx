import { createBrowserRouter, type RouteObject } from 'react-router';
import { Shell } from './Shell';
import { Home, Missing, Broken } from './pages';

/** Each page is a chunk of its own: whoever reads the inbox never loads the order form. */
function page(path: string, load: () => Promise<{ default: React.ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

const routes: RouteObject[] = [
  { ...page('/login', () => import('./LoginPage')), errorElement: <Broken />, hydrateFallbackElement: <></> },
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <Home /> },
          page('inbox/:view?/:taskId?', () => import('../workflow/InboxPage')),
          page('orders', () => import('../ordering/OrdersPage')),
          page('orders/new', () => import('../ordering/entry/EntryPage')),
          page('orders/templates', () => import('../ordering/templates/TemplatesPage')),
          page('orders/:id', () => import('../ordering/OrderPage')),
          page('work-orders', () => import('../provisioning/WorkOrdersPage')),
          page('partner', () => import('../partner/PartnerPage')),
          page('partner/:id', () => import('../partner/PartnerOrderPage')),
          page('fallouts', () => import('../provisioning/FalloutsPage')),
          page('rules', () => import('../rules/RulesPage')),
          page('rules/tables/:id', () => import('../rules/TablePage')),
          page('calls', () => import('../systems/CallsPage')),
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes, { basename: '/app' });
