import {spawn, type ChildProcess} from 'node:child_process';
import type {Readable} from 'node:stream';

/** A process we started, and the only way we end it: by its own id. */
export interface Child {
  readonly process: ChildProcess;
  /** Ends the process and everything it started. */
  stop(): void;
}

const running = new Set<Child>();

const stopAll = () => running.forEach((child) => child.stop());
process.once('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopAll();
    process.exit(1);
  });
}

/** Starts a program in a process group of its own, so that its children end with it; `pipe` adds file descriptor 3. */
export function startChild(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  pipe = false,
): Child {
  const child = spawn(command, args, {
    env,
    detached: true,
    stdio: pipe ? ['ignore', 'ignore', 'ignore', 'pipe'] : ['ignore', 'ignore', 'ignore'],
  });
  const handle: Child = {
    process: child,
    stop() {
      running.delete(handle);
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // The group is already gone.
      }
    },
  };
  running.add(handle);
  // Without a listener a program that is not installed would end the whole run with a stack trace.
  child.on('error', () => running.delete(handle));
  return handle;
}

/** The first line a child writes to file descriptor 3. */
export function firstLine(child: ChildProcess, deadline: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = child.stdio[3] as Readable;
    let text = '';
    const timer = setTimeout(
      () => reject(new Error(`${child.spawnfile} said nothing for ${deadline} ms`)),
      deadline,
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}`)));
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}
