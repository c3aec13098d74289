#!/usr/bin/env node
const { start } = require('../dist/cli/start.cjs');

void start().then((status) => (process.exitCode = status));
