// The least that looking for changes costs in Node: the size and times of every file of a folder.
const { lstatSync, readdirSync } = require('node:fs');

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else if (path.endsWith('.md')) lstatSync(path);
  }
}

walk(process.argv[2]);
