import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output, OutputClosed } from '../../../src/cli/terminal/output.ts';

/** A stream that takes what it is given one by one, when it is told to. */
class Slow extends Writable {
  readonly taken: string[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor() {
    super({ highWaterMark: 1 });
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#waiting.push(() => {
      this.taken.push(chunk.toString());
      done();
    });
  }

  take(): void {
    this.#waiting.shift()?.();
  }
}

const failing = (code: string): Writable =>
  new Writable({
    write(_chunk, _encoding, done): void {
      done(Object.assign(new Error('x'), { code }));
    },
  });

describe('an output', () => {
  it('waits until what it writes is taken', async () => {
    const stream = new Slow();
    const order: string[] = [];
    const written = new Output(stream).write('a').then(() => order.push('written'));
    order.push('asked');
    await Promise.resolve();
    order.push('taking');
    stream.take();
    await written;
    expect(order).toEqual(['asked', 'taking', 'written']);
    expect(stream.taken).toEqual(['a']);
  });

  it('has nothing to wait for when there is nothing to write', async () => {
    await expect(new Output(new Slow()).write('')).resolves.toBeUndefined();
    await expect(new Output(new Slow()).drained()).resolves.toBeUndefined();
  });

  it.each([
    ['EPIPE', 'gone', 0],
    ['ERR_STREAM_DESTROYED', 'gone', 0],
    ['ENOSPC', 'failed', 2],
    ['EIO', 'failed', 2],
  ])('that fails with %s is %s, and stays so', async (code, reason, status) => {
    const output = new Output(failing(code));
    for (const _ of [1, 2]) await expect(output.write('a')).rejects.toMatchObject({ reason, status });
    await expect(output.drained()).rejects.toBeInstanceOf(OutputClosed);
    expect(() => output.say('b')).not.toThrow();
  });

  it('does not wait for talk, nor minds that it is lost', async () => {
    const output = new Output(failing('EPIPE'));
    output.say('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => output.say('b')).not.toThrow();
  });
});
