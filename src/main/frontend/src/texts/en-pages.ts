import audit from '../audit/en.json';
import calendars from '../calendars/en.json';
import catalogue from '../catalogue/en.json';
import dispatch from '../dispatch/en.json';
import help from '../shell/help/en.json';
import intake from '../intake/en.json';
import cancellation from '../cancellation/en.json';
import opportunity from '../opportunity/en.json';
import ordering from '../ordering/en.json';
import overview from '../overview/en.json';
import partner from '../partner/en.json';
import partners from '../partners/en.json';
import password from '../shell/password/en.json';
import provisioning from '../provisioning/en.json';
import rules from '../rules/en.json';
import systems from '../systems/en.json';
import actions from '../workflow/actions/en.json';
import drafts from '../workflow/drafts/en.json';
import filters from '../workflow/filters/en.json';
import matter from '../workflow/matter/en.json';
import start from '../workflow/start/en.json';
import started from '../workflow/started/en.json';
import team from '../workflow/team/en.json';

export const texts = {
  actions,
  audit,
  calendars,
  cancellation,
  catalogue,
  dispatch,
  drafts,
  filters,
  help,
  intake,
  matter,
  opportunity,
  ordering,
  overview,
  partner,
  partners,
  password,
  provisioning,
  rules,
  start,
  started,
  systems,
  team,
};
