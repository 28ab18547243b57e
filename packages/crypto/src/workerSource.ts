import { Worker } from 'node:worker_threads';

/** Threads' entries, by name of their source here and of their bundle. */
export type ThreadName = 'verifyWorker' | 'sealWorker';

/** esbuild as far as it is used here; it is there wherever the TypeScript sources are run. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/**
 * A thread that runs one of the entries: the file the bundler put beside the bundle or, when this is the TypeScript source itself,
 * a bundle made on the spot (Node 20 cannot start a TypeScript worker).
 */
export async function startThread(name: ThreadName): Promise<Worker> {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL(`${name}.mjs`, here));
  // not a literal, so that no bundler follows it
  const toolName: string = ['es', 'build'].join('');
  const { build } = (await import(/* @vite-ignore */ toolName)) as Esbuild;
  const { outputFiles } = await build({
    entryPoints: [new URL(`${name}.ts`, here).pathname],
    bundle: true, write: false, platform: 'node', format: 'esm', mainFields: ['module', 'main'], conditions: ['module', 'import'],
  });
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`));
}
