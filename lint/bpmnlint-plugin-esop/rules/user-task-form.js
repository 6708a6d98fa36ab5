const { is } = require('bpmnlint-utils');
const project = require('../project');

/** A task shows one of our forms, in the version it was deployed with. */
module.exports = ({ forms = project.forms() } = {}) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;
    const form = node.get('camunda:formRef');
    if (!form) {
      reporter.report(node.id, 'has no form: set formRef');
    } else if (!forms.includes(form)) {
      reporter.report(node.id, `its form "${form}" is not in forms/`);
    } else if (node.get('camunda:formRefBinding') !== 'deployment') {
      reporter.report(node.id, 'its form must come from its own deployment: formRefBinding="deployment"');
    }
  },
});
