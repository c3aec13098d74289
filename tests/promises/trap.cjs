// Loaded into press before it starts: whatever would open a connection, look up a name, start a process or load code from outside of the
// installation is written down in the file that PRESS_TRAP names, and then done, so that nothing looks different to press.
'use strict';
const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, sep } = require('node:path');

const record = process.env.PRESS_TRAP;
const note = (what, detail) => appendFileSync(record, `${JSON.stringify([what, String(detail)])}\n`);

function trap(owner, name, what) {
  const real = owner[name];
  owner[name] = function trapped(...values) {
    note(what, values[0]?.path ?? values[0]?.href ?? values[0]);
    return Reflect.apply(real, this, values);
  };
}

const net = require('node:net');
trap(net.Socket.prototype, 'connect', 'connect');
trap(net.Server.prototype, 'listen', 'listen');
for (const name of ['http', 'https'])
  for (const call of ['request', 'get']) trap(require(`node:${name}`), call, 'connect');
trap(require('node:http2'), 'connect', 'connect');
trap(require('node:tls'), 'connect', 'connect');
trap(require('node:dgram'), 'createSocket', 'connect');
const dns = require('node:dns');
for (const owner of [dns, dns.promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'])
    trap(owner, name, 'look up');
if (typeof globalThis.fetch === 'function') trap(globalThis, 'fetch', 'connect');

const processes = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync', 'fork'])
  trap(processes, name, 'process');

const home = dirname(dirname(dirname(__filename)));
const load = Module._load;
Module._load = function trapped(request, parent, isMain) {
  const path = Module.isBuiltin(request) ? home : Module._resolveFilename(request, parent, isMain);
  if (path !== home && !path.startsWith(home + sep)) note('code', path);
  return Reflect.apply(load, this, [request, parent, isMain]);
};
