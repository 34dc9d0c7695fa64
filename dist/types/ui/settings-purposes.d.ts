import type { Filling } from './settings-answer.js';
/** The finer answers: for each purpose and its services, and for cookies that were asked about; what is necessary is told. */
export declare function settingsPurposes(filling: Filling): unknown;
