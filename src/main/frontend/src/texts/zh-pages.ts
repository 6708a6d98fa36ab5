import audit from '../audit/zh.json';
import calendars from '../calendars/zh.json';
import catalogue from '../catalogue/zh.json';
import dispatch from '../dispatch/zh.json';
import help from '../shell/help/zh.json';
import intake from '../intake/zh.json';
import cancellation from '../cancellation/zh.json';
import opportunity from '../opportunity/zh.json';
import ordering from '../ordering/zh.json';
import overview from '../overview/zh.json';
import partner from '../partner/zh.json';
import partners from '../partners/zh.json';
import password from '../shell/password/zh.json';
import provisioning from '../provisioning/zh.json';
import rules from '../rules/zh.json';
import systems from '../systems/zh.json';
import actions from '../workflow/actions/zh.json';
import drafts from '../workflow/drafts/zh.json';
import filters from '../workflow/filters/zh.json';
import matter from '../workflow/matter/zh.json';
import start from '../workflow/start/zh.json';
import started from '../workflow/started/zh.json';
import team from '../workflow/team/zh.json';

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
