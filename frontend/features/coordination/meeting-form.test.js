import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, officeInstant } from './meeting-form.js';

test('a time of the office is eight hours ahead of Greenwich', () => {
  assert.equal(new Date(officeInstant('2013-04-09', '9:00')).toISOString(), '2013-04-09T01:00:00.000Z');
  assert.equal(officeInstant('2013-04-09', '14：30'), '2013-04-09T14:30:00+08:00');
});

test('a line that names open work is about it, any other stands for itself', () => {
  assert.deepEqual(itemsOf(['CASE D2013-0001 岭头片 界线', 'LETTER L2013-0002', '与林业局核对 界线']), [
    { subjectKind: 'CASE', subjectId: 'D2013-0001', title: '岭头片 界线' },
    { subjectKind: 'LETTER', subjectId: 'L2013-0002', title: 'L2013-0002' },
    { title: '与林业局核对 界线' }]);
});
