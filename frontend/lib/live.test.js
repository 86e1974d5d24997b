import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { live, LiveReload, stepOfOthers, touches } from './live.js';

const changed = { version: 7, many: false, records: [{ kind: /** @type {const} */ ('CONFLICT'), name: '12' }] };

test('a record is touched by its kind and its name', () => {
  assert.equal(touches(changed, 'CONFLICT', 12), true);
  assert.equal(touches(changed, 'CONFLICT', 13, '12'), true);
  assert.equal(touches(changed, 'PARCEL', 12), false);
  assert.equal(touches(changed, 'CONFLICT', undefined), false);
});

test('where too much changed, everything is touched', () => {
  assert.equal(touches({ version: 7, many: true, records: [] }, 'PARCEL', 'x'), true);
});

test('of the steps taken since a record was seen, the newest that another took is told', () => {
  const seen = [{ actor: 'reviewer', action: 'a' }];
  const now = [...seen, { actor: 'mediator', action: 'b' }, { actor: 'reviewer', action: 'c' }];
  assert.equal(stepOfOthers(seen, now, 'reviewer')?.action, 'b');
  assert.equal(stepOfOthers(seen, now, 'mediator')?.action, 'c');
  assert.equal(stepOfOthers(now, now, 'mediator'), null);
});

/** An element that loads for so long. */
function page(loads) {
  Object.assign(globalThis, { window: globalThis });
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  /** @type {any[]} */
  const controllers = [];
  const starts = /** @type {number[]} */ ([]);
  const host = /** @type {any} */ ({ addController: (/** @type {any} */ each) => controllers.push(each) });
  new LiveReload(host, ['CONFLICT'], () => {
    starts.push(Date.now() - 1_000_000);
    return new Promise((resolve) => { setTimeout(resolve, loads); });
  });
  controllers.forEach((each) => each.hostConnected?.());
  return { starts, leave: () => {
    controllers.forEach((each) => each.hostDisconnected());
    mock.timers.reset();
  } };
}

const tell = () => live.dispatchEvent(new CustomEvent('changed', { detail: changed }));

/** Time passes, and what waits for it is done. */
async function pass(milliseconds) {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    mock.timers.tick(100);
    for (let i = 0; i < 5; i++) {
      await Promise.resolve();
    }
  }
}

test('a page loads anew at once, then every second and a half at most, the last change included', async () => {
  const { starts, leave } = page(100);
  for (let i = 0; i < 20; i++) {
    tell();
    await pass(100);
  }
  await pass(5000);
  assert.deepEqual(starts, [100, 1600, 3100]);
  leave();
});

test('what loads slowly is loaded one at a time, and rests four times as long', async () => {
  const { starts, leave } = page(1000);
  for (let i = 0; i < 150; i++) {
    tell();
    await pass(100);
  }
  assert.deepEqual(starts, [100, 5100, 10100]);
  leave();
});

test('a page that was left loads no more', async () => {
  const { starts, leave } = page(1000);
  tell();
  await pass(500);
  tell();
  leave();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  await pass(10_000);
  assert.deepEqual(starts, [100]);
  mock.timers.reset();
});
