import type { Mode } from '../core/words.js';
import type { Context } from './context.js';
/** The label of a mode, as on its button. */
export declare const modeInWords: (context: Context, mode: Mode) => string;
