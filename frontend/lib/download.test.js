import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from './download.js';

test('a file is saved under the name the server gives it', () => {
  assert.equal(fileName(`attachment; filename="=?UTF-8?Q?p?="; filename*=UTF-8''%E5%AE%97%E5%9C%B0.gpkg`), '宗地.gpkg');
  assert.equal(fileName('attachment; filename="parcels-2013-07-16.gpkg"'), 'parcels-2013-07-16.gpkg');
  assert.equal(fileName(null), null);
});
