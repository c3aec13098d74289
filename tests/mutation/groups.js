/** What is mutated, and the tests that shall notice, the quickest first. */

const text = names('src/text', '.ts');
const model = names('src/model', '.ts');
const repository = names('src/repository', '.ts');
const testsOf = (folder, words) => names(`tests/${folder}`, '.test.ts')(words);

export const groups = {
  /** What decides whether a release may leave, and what is taken out of one that does. */
  embargo: {
    sources: model('embargo embargo-notice house-notes later-moment publicness publicness-words suspect-keys'),
    tests: testsOf(
      'model',
      'embargo embargo-notice house-notes later-moment suspect-keys publicness-words publicness publicness-agreement',
    ),
  },
  /**
   * What makes a text harmless where it goes, and what sees through the ways to write one differently. `shell-word` is not here: its test
   * lets a shell run what it makes of random texts.
   */
  escaping: {
    sources: [
      ...text(
        'address-scheme build-log character-references control-characters csv-cells csv-lists file-name-form html html-comments',
      ),
      ...text(
        'icalendar sight-escapes strict-address terminal-safe turning-characters unescaped unicode-escape untagged',
      ),
      ...text('xml yaml-plain yaml-scalar'),
      'src/formats/rendering/json-text.ts',
      ...names('src/formats/rendering/markdown', '.ts')('html-text inert-markdown'),
      'src/model/quoting.ts',
      'src/reporters/github.ts',
    ],
    tests: [
      ...testsOf(
        'text',
        'address-scheme build-log control-characters csv-cells csv-lists file-name-form html html-comments icalendar',
      ),
      ...testsOf('text', 'sight-escapes strict-address terminal-safe turning-characters unescaped unicode-escape'),
      ...testsOf('text', 'untagged xml yaml-plain yaml-scalar clean-texts'),
      ...testsOf('formats/rendering', 'json-text markdown/html-text markdown/inert-markdown'),
      ...testsOf('model', 'quoting'),
      ...testsOf('reporters', 'github'),
    ],
  },
  /** From the bytes of a file to its values and their places. */
  reader: {
    sources: [
      ...text('front-matter'),
      ...repository(
        'data-file decode fence-closing fence-opening fence-slips fence-words front-matter-reader parse-yaml plain-yaml',
      ),
      ...repository(
        'read-file read-manuscript second-block subset-places subset-reader subset-scalars yaml-conversion yaml-places',
      ),
      ...repository('yaml-prescan yaml-reader'),
    ],
    tests: [
      ...testsOf('text', 'front-matter'),
      ...testsOf(
        'repository',
        'decode read-file second-block fence-slips yaml-prescan plain-yaml data-file read-manuscript',
      ),
      ...testsOf('repository', 'yaml-reader yaml-specification subset-reader yaml-slips yaml-readers-mutated'),
    ],
  },
  /** From a change to the disk. */
  writer: {
    sources: [
      ...repository(
        'append-output apply-changes compose-release file-port file-transaction folder-guards produced-bytes produced-files',
      ),
      ...repository(
        'splice-file stage-output stage-writer staged-entries staged-files target-place write-folder write-into',
      ),
      ...repository('write-output writer'),
      ...repository(
        'journal/finish journal/journal-folder journal/plan journal/record journal/recover journal/recovery-at journal/room',
      ),
      ...repository('journal/strays journal/take-back journal/undo-folder journal/undo-record journal/waiting'),
    ],
    tests: [
      ...testsOf(
        'repository',
        'compose-release append-output write-output write-folder unpack writer undo journal lock',
      ),
      ...testsOf('repository', 'journal-faults power-cut'),
    ],
  },
};

function names(folder, ending) {
  return (words) => words.split(' ').map((word) => `${folder}/${word}${ending}`);
}
