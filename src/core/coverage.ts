import {bare} from './bare.ts';
import {fits} from './record.ts';
import type {Choice, Covered} from './record.ts';

/** Ids covered without an answer of their own. */
export const blank = (ids: readonly string[]): Covered => bare(Object.fromEntries(ids.map((id) => [id, ''])));

/** Makes a choice fit the record: what is left out is asked about again, never granted. */
export function fit(choice: Choice): Choice {
  const {purposes, services, cookies} = choice;
  let {mode} = choice;
  for (const list of [cookies, services, purposes]) {
    for (const id in list) {
      if (fits({...choice, mode})) break;
      // An answer that falls away must not uncover an acceptance above it.
      if (list === cookies && list[id] !== 'accept') {
        if (mode === 'accept-all') mode = 'notify';
        for (const above of [services, purposes]) {
          for (const key in above) if (above[key] === 'accept') above[key] = 'notify';
        }
      }
      delete list[id];
    }
  }
  return {...choice, mode};
}
