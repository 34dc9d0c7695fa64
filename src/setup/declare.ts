import {bare} from '../core/bare.ts';
import {configExample, configTests} from './config-example.ts';
import {refuse, shaped} from './shape.ts';
import type {Config, Declaration, Purpose} from '../core/declaration.ts';

/** Purposes that need no declaration; `necessary`, which is never asked about, is not among them. */
const builtIn = ['personalization', 'activity', 'statistics'];

/**
 * Checks a configuration and fills in its defaults.
 * @throws ConfigError naming what is wrong and the remedy.
 */
export function declare(config: unknown): Declaration {
  const clean = shaped(config, configExample, configTests) as Config; // it has that shape, or an error was thrown
  const purposes: Record<string, Purpose> = bare(Object.fromEntries(builtIn.map((id) => [id, {}])));
  Object.assign(purposes, clean.purposes);
  const used = new Set(clean.purposes ? Object.keys(clean.purposes) : builtIn);
  const taken = new Set(['necessary', ...Object.keys(purposes)]);
  clean.services?.forEach(({id, purpose}, index) => {
    const path = `.services[${index}]`;
    if (taken.has(id)) refuse(`${path}.id`, `must be renamed: "${id}" is taken`);
    taken.add(id);
    if (purpose in purposes) used.add(purpose);
    else if (purpose !== 'necessary') refuse(`${path}.purpose`, `must be in "purposes": "${purpose}"`);
  });
  used.delete('necessary');
  return {
    services: [],
    necessary: [],
    undeclared: 'hold',
    signals: {},
    notice: {},
    ...clean,
    policy: {version: '1.0', ...clean.policy},
    purposes,
    used: [...used],
    record: {retention: 'P6M', ...clean.record},
  };
}
