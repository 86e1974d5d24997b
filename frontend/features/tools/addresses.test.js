import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byModule } from './addresses.js';

const document = { paths: {
  '/api/parcels': { get: { summary: 'Parcels', description: '宗地列表\n\nEverybody.', tags: ['parcels'] } },
  '/api/claims': { get: { summary: 'Claims', description: '主张列表', tags: ['parcels'] } },
  '/api/audit': { get: { summary: 'Entries', description: '操作日志', tags: ['audit'] } },
} };

test('addresses are found by module, in any order of words, in both languages', () => {
  assert.deepEqual(byModule(document, '').map(([module, all]) => [module, all.length]), [['audit', 1], ['parcels', 2]]);
  assert.deepEqual(byModule(document, '列表 GET /api/p')[0][1], [{ method: 'GET', path: '/api/parcels', summary: 'Parcels',
    summaryZh: '宗地列表', module: 'parcels' }]);
  assert.deepEqual(byModule(document, 'nowhere'), []);
});
