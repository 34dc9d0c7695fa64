// What the script tag loads when there is something to undo, or something appeared that no script of the page wrote.
export {appearedCookies} from './guard/appeared-cookies.ts';
export {undo} from './storage/undo.ts';
