export { CookieModesElement } from './ui/notice.js';
export { CookieModesSettingsElement } from './ui/settings-button.js';
export { QuestionElement } from './ui/question.js';
export { SettingsDialogElement } from './ui/settings-dialog.js';
export { EmbedElement } from './ui/embed.js';
export { TableElement } from './ui/table.js';
export { createContext, currentContext, provide } from './ui/context.js';
export type { Context, LocalizedText, Part, Sources } from './ui/context.js';
