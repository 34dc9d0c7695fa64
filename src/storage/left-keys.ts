import {stay} from '../core/attachment.ts';
import {storageAreas} from './forget-web-storage.ts';
import type {Attachment} from '../core/attachment.ts';

/**
 * Has the stored items of refused services undone that are there when a page begins: a visitor may refuse and leave the page before
 * the code that undoes has come.
 */
export const leftKeys =
  (undo: () => void): Attachment =>
  (consent) => {
    const refused = (name: string) => consent.decide(name, 'storage') === 'refuse';
    try {
      if (storageAreas.some((area) => area.keys().some(refused))) undo();
    } catch {
      // Blocked storage has nothing to undo.
    }
    return stay;
  };
