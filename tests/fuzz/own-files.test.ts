import { fuzz } from './fuzzing.ts';
import { commandLine } from './targets/command-line.ts';
import { schema, settings, taxonomy } from './targets/data-files.ts';
import { dateline, query } from './targets/lines.ts';
import { release } from './targets/release.ts';

fuzz([release, taxonomy, settings, schema, query, dateline, commandLine]);
