export { C as CookieModesElement, a as CookieModesSettingsElement, E as EmbedElement, Q as QuestionElement, S as SettingsDialogElement, T as TableElement, c as createContext, b as currentContext, p as provide } from './shared/table.js';
import 'lit';
import './shared/coverage.js';
