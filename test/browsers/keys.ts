// The code points WebDriver uses for keys without a character: https://w3c.github.io/webdriver/#keyboard-actions
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** The WebDriver character for a key named as in `KeyboardEvent.key`. */
export const keyCode = (name: string): string => codes[name] ?? name;

/** The WebDriver actions for pressing keys together and letting go in reverse: `Shift+Tab`. */
export function pressActions(chord: string): object {
  const keys = (chord === '+' ? ['+'] : chord.split('+')).map(keyCode);
  return keyActions([
    ...keys.map((value) => ({type: 'keyDown', value})),
    ...keys.reverse().map((value) => ({type: 'keyUp', value})),
  ]);
}

/** Wraps key actions into the body of a WebDriver command. */
export function keyActions(actions: readonly object[]): object {
  return {actions: [{type: 'key', id: 'keyboard', actions}]};
}

/** Wraps mouse actions into the body of a WebDriver command. */
export function mouseActions(actions: readonly object[]): object {
  return {actions: [{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]};
}
