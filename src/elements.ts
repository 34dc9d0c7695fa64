// The element classes; importing them registers nothing. One line each, in the order in which a visitor meets them.
export {CookieModesElement} from './ui/notice.ts';
export {CookieModesSettingsElement} from './ui/settings-button.ts';
export {QuestionElement} from './ui/question.ts';
export {SettingsDialogElement} from './ui/settings-dialog.ts';
export {EmbedElement} from './ui/embed.ts';
export {TableElement} from './ui/table.ts';
export {createContext, currentContext, provide} from './ui/context.ts';
export type {Context, LocalizedText, Part, Sources} from './ui/context.ts';
