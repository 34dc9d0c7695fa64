import type {Choice} from '../core/record.ts';

/** Whether a choice has answers of its own for single purposes, services or cookies. */
export const hasFinerAnswers = ({purposes, services, cookies}: Choice): boolean =>
  [purposes, services, cookies].some((list) => Object.values(list).some(Boolean));
