import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { listen, readPort } from '../../../../src/commands/server/listen.ts';

test('The usual port is used when PORT is not set', () => {
  assert.equal(readPort(undefined), 4321);
  assert.equal(readPort(''), 4321);
});

test('PORT is honoured from 0 to 65535', () => {
  assert.equal(readPort('0'), 0);
  assert.equal(readPort('8080'), 8080);
  assert.equal(readPort('65535'), 65_535);
});

for (const bad of ['http', '65536', '-1', '80.5', '1e3', ' 80']) {
  test(`PORT=${bad} is an error with an example`, () => {
    assert.throws(() => readPort(bad), { message: `PORT is "${bad}"; it must be a whole number from 0 to 65535, for example PORT=4321.` });
  });
}

for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
  test(`A port that is in use on ${host} is skipped`, async (context) => {
    const other = createServer();
    const taken = await new Promise<number | undefined>((done) => {
      other.once('error', () => done(undefined)).listen(0, host, () => done((other.address() as { port: number }).port));
    });
    if (taken === undefined) return context.skip(`this machine has no ${host}`);
    const server = createServer();
    const used = await listen(server, taken);
    server.close();
    other.close();
    assert.ok(used > taken, `${used} should follow ${taken}`);
  });
}

test('Port 0 is chosen by the system', async () => {
  const server = createServer();
  const used = await listen(server, 0);
  server.close();
  assert.ok(used > 0);
});
