/**
 * Runs the end-to-end files named in `FILES` one after another in one process, so that an engine is started once for all of them:
 * Firefox takes longer to start than most tests take to run.
 */
for (const file of process.env['FILES']?.split(',') ?? []) await import(file);

export {};
