// Each of our rules is shown a model that breaks it, and one that breaks none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../lint.mjs';

const known = {
  beans: ['sendDelegate', 'taskDispatch', 'dueTime'],
  decisions: ['dispatch'],
  processes: ['other'],
};
const options = {
  'esop/registered-delegate': ['error', known],
  'esop/known-expressions': ['error', known],
  'esop/user-task-form': ['error', { forms: ['sign-off'] }],
};
const EN =
  '<extensionElements><camunda:properties><camunda:property name="en" value="x"/></camunda:properties></extensionElements>';
const TIMER = '<timerEventDefinition id="timer"><timeDate>${expectedBy}</timeDate></timerEventDefinition>';
const MESSAGE = '<messageEventDefinition id="message" messageRef="answered"/>';

const SERVICE = `<serviceTask id="send" name="发" camunda:delegateExpression="\${sendDelegate}">${EN}</serviceTask>`;
const USER = `<userTask id="sign" name="签" camunda:candidateGroups="\${taskDispatch.groups(execution)}"
  camunda:dueDate="\${dueTime.of(execution)}" camunda:formRef="sign-off" camunda:formRefBinding="deployment">${EN}</userTask>`;
const RECEIVE = `<receiveTask id="wait" name="等" messageRef="answered">${EN}</receiveTask>`;
const BOUNDARY = `<boundaryEvent id="late" name="晚" attachedToRef="wait">${EN}<outgoing>out</outgoing>${TIMER}</boundaryEvent>
  <endEvent id="ended" name="完"><incoming>out</incoming>${EN}</endEvent><sequenceFlow id="out" sourceRef="late" targetRef="ended"/>`;

/** start → elements in a row → end */
function model(
  elements,
  { id = 'order', attributes = 'isExecutable="true" camunda:historyTimeToLive="P1825D"', rest = '' } = {},
) {
  const ids = ['start', ...elements.map((xml) => /id="(\w+)"/.exec(xml)[1]), 'end'];
  const flows = ids
    .slice(1)
    .map((target, i) => `<sequenceFlow id="f${i}" sourceRef="${ids[i]}" targetRef="${target}"/>`);
  const wired = elements.map((xml, i) =>
    xml.replace(
      '</extensionElements>',
      `</extensionElements><incoming>f${i}</incoming><outgoing>f${i + 1}</outgoing>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
      id="definitions" targetNamespace="esop">
      <process id="${id}" name="订单" ${attributes}>${EN}
        <startEvent id="start" name="开始">${EN}<outgoing>f0</outgoing></startEvent>${wired.join('')}
        <endEvent id="end" name="结束">${EN}<incoming>f${elements.length}</incoming></endEvent>${flows.join('')}${rest}
      </process><message id="answered" name="Answered"/>
    </definitions>`;
}

/** The problems of our own rules (and the time to live): what a picture looks like is not of interest here. */
async function problems(xml, file = 'order') {
  const found = await lint(xml, file, options);
  return found
    .filter(({ rule }) => rule.startsWith('esop/') || rule.endsWith('history-time-to-live'))
    .map(({ rule, id }) => `${rule.replace(/^.*\//, '')} ${id}`);
}

const breaks = (name, xml, ...expected) =>
  test(name, async () => assert.deepEqual(new Set(await problems(xml)), new Set(expected)));

breaks('a model that keeps all rules has no problems', model([SERVICE, USER, RECEIVE], { rest: BOUNDARY }));

breaks('a receive task without a timer waits for ever', model([RECEIVE]), 'bounded-wait wait');
breaks(
  'a message catch event cannot be bounded',
  model([`<intermediateCatchEvent id="caught" name="收">${EN}${MESSAGE}</intermediateCatchEvent>`]),
  'bounded-wait caught',
);
breaks(
  'an event gateway needs a timer among its branches',
  model([
    `<eventBasedGateway id="gate">${EN}</eventBasedGateway>`,
    `<intermediateCatchEvent id="caught" name="收">${EN}${MESSAGE}</intermediateCatchEvent>`,
  ]),
  'bounded-wait gate',
);
breaks(
  'a wait inside a sub-process with a timer is bounded',
  model(
    [
      `<subProcess id="sub" name="子">${EN}<receiveTask id="inner" name="等" messageRef="answered">${EN}</receiveTask></subProcess>`,
    ],
    {
      rest: BOUNDARY.replace('attachedToRef="wait"', 'attachedToRef="sub"'),
    },
  ),
);

breaks(
  'a user task needs an owner',
  model([USER.replace(/camunda:candidateGroups="[^"]*"/, '')]),
  'user-task-owner sign',
);
breaks(
  'the owner is a rule, not a person',
  model([USER.replace('${taskDispatch.groups(execution)}', 'zhang.san')]),
  'user-task-owner sign',
);
breaks(
  'a user task needs a due date',
  model([USER.replace(/camunda:dueDate="[^"]*"/, '')]),
  'user-task-due sign',
);
breaks(
  'a user task needs a form',
  model([USER.replace('camunda:formRef="sign-off"', '')]),
  'user-task-form sign',
);
breaks('its form exists', model([USER.replace('"sign-off"', '"sign-of"')]), 'user-task-form sign');
breaks(
  'its form is of its deployment',
  model([USER.replace('"deployment"', '"latest"')]),
  'user-task-form sign',
);

breaks(
  'a service task names a delegate',
  model([SERVICE.replace(/camunda:delegateExpression="[^"]*"/, '')]),
  'registered-delegate send',
);
breaks(
  'the delegate exists',
  model([SERVICE.replace('sendDelegate', 'sentDelegate')]),
  'registered-delegate send',
);
breaks(
  'a bean that is no delegate cannot carry out a step',
  model([SERVICE.replace('sendDelegate', 'taskDispatch')]),
  'registered-delegate send',
);
breaks(
  'a decision exists',
  model([`<businessRuleTask id="decide" name="定" camunda:decisionRef="none">${EN}</businessRuleTask>`]),
  'registered-delegate decide',
);
breaks(
  'a called process exists',
  model([`<callActivity id="call" name="调" calledElement="none">${EN}</callActivity>`]),
  'registered-delegate call',
);
breaks(
  'a called process may come from a decision',
  model([`<callActivity id="call" name="调" calledElement="\${path}">${EN}</callActivity>`]),
);

breaks(
  'no scripts',
  model([`<scriptTask id="script" name="脚本" scriptFormat="groovy">${EN}<script>1</script></scriptTask>`]),
  'no-code script',
);
breaks(
  'no classes',
  model([
    SERVICE.replace('camunda:delegateExpression="${sendDelegate}"', 'camunda:class="java.lang.Runtime"'),
  ]),
  'no-code send',
  'registered-delegate send',
);
breaks(
  'no listeners',
  model([
    USER.replace(
      '<extensionElements>',
      '<extensionElements><camunda:taskListener event="create" delegateExpression="${sendDelegate}"/>',
    ),
  ]),
  'no-code sign',
);
breaks(
  'no script hidden in a mapping',
  model([
    SERVICE.replace(
      '<extensionElements>',
      '<extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>',
    ),
  ]),
  'no-code send',
);
breaks(
  'no external tasks',
  model([
    SERVICE.replace(
      'camunda:delegateExpression="${sendDelegate}"',
      'camunda:type="external" camunda:topic="t"',
    ),
  ]),
  'no-code send',
  'registered-delegate send',
);
breaks(
  'no external forms',
  model([USER.replace('camunda:formRef="sign-off"', 'camunda:formKey="https://elsewhere/form"')]),
  'no-code sign',
  'user-task-form sign',
);

breaks(
  'an expression asks delegates only',
  model([USER.replace('dueTime.of(execution)', 'runtimeService.createProcessInstanceQuery()')]),
  'known-expressions sign',
);
breaks(
  'an expression does not reach classes',
  model([USER.replace('dueTime.of(execution)', "''.getClass().forName('x')")]),
  'known-expressions sign',
);
breaks(
  'a condition only compares variables',
  model([SERVICE]).replace(
    '<sequenceFlow id="f1" sourceRef="send" targetRef="end"/>',
    '<sequenceFlow id="f1" sourceRef="send" targetRef="end"><conditionExpression>${dueTime.of(execution) == 1}</conditionExpression></sequenceFlow>',
  ),
  'known-expressions f1',
);

breaks(
  'what has a name has an English one',
  model([SERVICE.replace('value="x"', 'value=" "')]),
  'english-name send',
);
breaks(
  'an id is a word',
  model([SERVICE.replace('id="send"', 'id="Activity_0x3k2a1"')]),
  'english-ids Activity_0x3k2a1',
);
breaks(
  'the file has the name of its process',
  model([SERVICE], { id: 'ordering' }),
  'named-after-file ordering',
);
breaks(
  'a process is executable',
  model([SERVICE], { attributes: 'camunda:historyTimeToLive="P1825D"' }),
  'named-after-file order',
);
breaks(
  'history does not stay for ever',
  model([SERVICE], { attributes: 'isExecutable="true"' }),
  'history-time-to-live order',
);

test('what cannot be read is an error', async () => {
  const found = await lint(model([SERVICE]).replace('<serviceTask', '<serviceTusk'), 'order', options);
  assert.ok(found.some(({ rule, category }) => rule === 'readable' && category === 'error'));
});
