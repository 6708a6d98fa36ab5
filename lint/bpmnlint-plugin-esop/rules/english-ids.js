const { is } = require('bpmnlint-utils');

/** Ids are words one can say aloud; the modeler's own (Activity_0x3k2a1) are not. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:FlowNode') && !/^[a-z][A-Za-z0-9]*$/.test(node.id)) {
      reporter.report(node.id, 'its id is not an English word in lowerCamelCase');
    }
  },
});
