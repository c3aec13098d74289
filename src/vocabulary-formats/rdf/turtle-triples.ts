/** The statements of a Turtle document, by the parser of the package n3. */
import { Parser, type Quad_Object, type Quad_Subject } from 'n3';
import { PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import { type Literal, type RdfObject, type Triple } from './triple.ts';
import { writtenTag } from './written-tag.ts';

/** Throws PressError with the line where a text is no Turtle. Relative addresses stay as they are. */
export function turtleTriples(name: string, text: string): Triple[] {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text).flatMap(({ subject, predicate, object }) => {
      const what = objectOf(object);
      return what === undefined ? [] : [{ subject: nodeOf(subject), predicate: predicate.value, object: what }];
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unreadable(name, error);
  }
}

function nodeOf({ termType, value }: Quad_Subject | Quad_Object): string {
  return termType === 'BlankNode' ? `_:${value}` : value;
}

function objectOf(object: Quad_Object): RdfObject | undefined {
  if (object.termType === 'NamedNode' || object.termType === 'BlankNode') return { kind: 'iri', iri: nodeOf(object) };
  return object.termType === 'Literal' ? literalOf(object.value, object.language, object.datatype.value) : undefined;
}

const STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** The parser writes all tags in small letters. */
function literalOf(value: string, language: string, datatype: string): Literal {
  if (language !== '') return { kind: 'literal', value, lang: writtenTag(language) };
  return datatype === STRING ? { kind: 'literal', value } : { kind: 'literal', value, datatype };
}

function unreadable(name: string, cause: Error): PressError {
  const line = /on line (\d+)/.exec(cause.message)?.[1];
  return new PressError(
    'nothing-imported',
    `${quoted(name)} cannot be read as Turtle: something is wrong${line === undefined ? '' : ` in line ${line}`}.`,
    {
      hint: 'Look at the signs at the end of the statements there, or at its prefixes: a program made it, and can make it anew.',
      cause,
    },
  );
}
