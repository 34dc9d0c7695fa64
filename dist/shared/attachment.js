/** For what cannot be undone, or need not be. */
const stay = () => undefined;

export { stay as s };
