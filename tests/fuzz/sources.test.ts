import { fuzz } from './fuzzing.ts';
import { sources } from './targets/sources.ts';
import { vocabularies } from './targets/vocabularies.ts';

fuzz([...sources, ...vocabularies]);
