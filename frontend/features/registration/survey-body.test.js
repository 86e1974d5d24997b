import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, surveyBody } from './survey-body.js';

const values = { boundaryBasis: 'APPROVAL', basisDocument: 'X 1', surveyedOn: '2013-03-15', notes: undefined };
const neighbours = [{ name: 'A', pointing: 'BOTH_SIGNED' }];

test('for many parcels the titles stay as they are', () => {
  assert.deepEqual(surveyBody(values, neighbours, null), { ...values, neighbours });
});

test('only what differs from what is known is stated anew', () => {
  const title = { holder: 'Huashan', actualUse: { scheme: 'GB/T 21010-2007', code: '021' } };
  const same = { ...values, holder: 'Huashan', actualUse: 'GB/T 21010-2007|021', termUntil: undefined };
  assert.deepEqual(surveyBody(same, neighbours, title), { ...values, neighbours });
  assert.deepEqual(surveyBody({ ...same, actualUse: 'GB/T 21010-2017|0201' }, neighbours, title),
    { ...values, neighbours, title: { actualUse: { scheme: 'GB/T 21010-2017', code: '0201' } } });
});

test('the same class of another standard is another class', () => {
  assert.notEqual(keyOf({ scheme: 'GB/T 21010-2007', code: '104' }), keyOf({ scheme: 'GB/T 21010-2017', code: '104' }));
  assert.equal(keyOf(undefined), '');
});
