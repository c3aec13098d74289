// The least that reading an archive costs in Node: every file of a folder, synchronously, into one buffer.
const { closeSync, openSync, readSync, readdirSync } = require('node:fs');

const buffer = Buffer.allocUnsafe(1 << 16);

function read(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) read(path);
    else if (path.endsWith('.md')) {
      const file = openSync(path, 'r');
      readSync(file, buffer, 0, buffer.length, null);
      closeSync(file);
    }
  }
}

read(process.argv[2]);
