import antd from 'antd/es/locale/en_US';
import ordering from '../ordering/en.json';
import partner from '../partner/en.json';
import provisioning from '../provisioning/en.json';
import rules from '../rules/en.json';
import shell from '../shell/en.json';
import systems from '../systems/en.json';
import ui from '../ui/en.json';
import workflow from '../workflow/en.json';

export { antd };
export const texts = { ordering, partner, provisioning, rules, shell, systems, ui, workflow };
