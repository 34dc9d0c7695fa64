/** Whether a name is the one declared, `*` standing for any characters. */
export const matches = (declared: string, name: string): boolean =>
  declared === name ||
  (declared.includes('*') &&
    new RegExp(`^${declared.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(name));
