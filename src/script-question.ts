import {purposes, question, time} from './locales/en.ts';
import {place} from './ui/place.ts';
import {QuestionElement} from './ui/question.ts';
import type {Detach} from './core/attachment.ts';
import type {Context} from './ui/context.ts';

const tag = 'cookie-modes-question';

/** Asks the questions of notify mode: first on the page, where the first Tab leads. */
export function attach(context: Context): Detach {
  context.addEnglish({purposes, question, time});
  if (!customElements.get(tag)) customElements.define(tag, QuestionElement);
  return place(tag);
}
