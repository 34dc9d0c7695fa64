import {bare} from '../core/bare.ts';
import {configShape} from './config-shape.ts';
import type {Config, Declaration, Purpose} from '../core/declaration.ts';

/** A configuration that makes consent impossible to honour; the message names each place and its remedy. */
export class ConfigError extends Error {
  // Set as a field: a minifier may rename the class.
  override readonly name = 'ConfigError';
}

/** Purposes that need no declaration; `necessary`, which is never asked about, is not among them. */
const builtIn = ['personalization', 'activity', 'statistics'];

/**
 * Checks a configuration and fills in its defaults.
 * @throws ConfigError naming everything that is wrong.
 */
export function declare(config: unknown): Declaration {
  const wrong: string[] = [];
  const complain = (path: string, remedy: string) => void wrong.push(`${path || 'configuration'} ${remedy}.`);
  const clean = configShape(config, '', complain) as Config; // has that shape unless it complained
  const used = new Set(clean?.purposes ? Object.keys(clean.purposes) : builtIn);
  const purposes: Record<string, Purpose> = bare({});
  for (const id of builtIn) purposes[id] = {};
  Object.assign(purposes, clean?.purposes);
  const taken = new Set(['necessary', ...Object.keys(purposes)]);
  clean?.services?.forEach((service, index) => {
    const {id, purpose} = service ?? {};
    if (id && taken.has(id))
      complain(`services[${index}].id`, `"${id}" is taken; give each service and purpose its own`);
    taken.add(id);
    if (purpose && purpose !== 'necessary' && !(purpose in purposes)) {
      complain(`services[${index}].purpose`, `"${purpose}" is not declared; add it to "purposes"`);
    } else if (purpose in purposes) used.add(purpose);
  });
  if (wrong[0])
    throw new ConfigError(`cookie-modes: nothing is allowed until this is mended:\n${wrong.join('\n')}`);
  return {
    services: [],
    necessary: [],
    undeclared: 'hold',
    ...clean,
    policy: {version: '1.0', ...clean.policy},
    purposes,
    used: [...used],
    record: {retention: 'P6M', ...clean.record},
    signals: {gpc: true, ...clean.signals},
    notice: {...clean.notice},
  };
}
