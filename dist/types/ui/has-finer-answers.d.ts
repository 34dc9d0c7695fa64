import type { Choice } from '../core/record.js';
/** Whether a choice has answers of its own for single purposes, services or cookies. */
export declare const hasFinerAnswers: ({ purposes, services, cookies }: Choice) => boolean;
