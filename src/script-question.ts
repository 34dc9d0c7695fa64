import {purposes, question, time} from './locales/en.ts';
import {QuestionElement} from './ui/question.ts';
import type {Detach} from './core/attachment.ts';
import type {Context} from './ui/context.ts';

const tag = 'cookie-modes-question';

/** Asks the questions of notify mode: a region directly after the notice, else first on the page. */
export function attach(context: Context): Detach {
  context.addEnglish({purposes, question, time});
  if (!customElements.get(tag)) customElements.define(tag, QuestionElement);
  const element = document.createElement(tag) as QuestionElement; // defined above
  element.context = context;
  const notice = document.querySelector('cookie-modes');
  if (notice) notice.after(element);
  else document.body.prepend(element);
  return () => element.remove();
}
