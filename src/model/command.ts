/** The card of a command. commander, `--help`, the reference pages and completion are made from it. */
import type { Environment } from './environment.ts';

export interface CommandArgument {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly choices?: readonly string[];
  /** Of the releases that it may name, completion offers those that are not published, because the others are no use here. */
  readonly only?: 'unpublished';
}

export interface CommandOption {
  /** As commander writes it: `-o, --output <file>`. */
  readonly flags: string;
  readonly summary: string;
  /** Heading under which `--help` shows it; options without one stand under «Options». */
  readonly group?: string;
  readonly choices?: readonly string[];
  /** Given more than once, the values are collected. */
  readonly repeatable?: true;
  readonly hidden?: true;
}

export interface CommandExample {
  /** Arguments after `press`. */
  readonly line: string;
  readonly summary: string;
}

/** Values as commander hands them over: camel-cased option names. */
export type OptionValues = Readonly<Record<string, unknown>>;

export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly environment: Environment;
}

export type ExitStatus = 0 | 1 | 2;

export interface Command {
  /** With its parent: `export`, `taxonomy find`. */
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of `--help` below the summary. */
  readonly details?: readonly string[];
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** `selection` adds the facets of taxonomy.yaml and everything that chooses releases; `answers` adds the facets alone. */
  readonly facets?: 'selection' | 'answers';
  /** True for a command that changes the repository, unless it is a dry run; or the options that make it do so. */
  readonly writes?: true | readonly string[];
  readonly examples: readonly CommandExample[];
  run(invocation: Invocation): Promise<ExitStatus>;
}
