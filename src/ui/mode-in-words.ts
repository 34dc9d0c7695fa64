import type {Mode} from '../core/words.ts';
import type {Context} from './context.ts';

/** The label of a mode, as on its button. */
export const modeInWords = (context: Context, mode: Mode): string =>
  context.texts('notice')[
    ({'accept-all': 'acceptAll', notify: 'notify', 'refuse-all': 'refuseAll'} as const)[mode]
  ];
