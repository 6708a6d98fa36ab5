import antd from 'antd/es/locale/zh_CN';
import ordering from '../ordering/zh.json';
import partner from '../partner/zh.json';
import provisioning from '../provisioning/zh.json';
import rules from '../rules/zh.json';
import shell from '../shell/zh.json';
import systems from '../systems/zh.json';
import ui from '../ui/zh.json';
import workflow from '../workflow/zh.json';

export { antd };
export const texts = { ordering, partner, provisioning, rules, shell, systems, ui, workflow };
