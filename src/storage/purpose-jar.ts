import Cookies from 'js-cookie';

/** A js-cookie jar for the site's own use. */
export type PurposeJar = typeof Cookies;

/** A jar that claims each cookie before writing it, so that the guard knows its purpose. */
export const purposeJar = (claim: (name: string) => void): PurposeJar =>
  Cookies.withConverter<string>({
    write(value, name) {
      claim(name);
      return Cookies.converter.write?.(value, name) ?? value;
    },
  });
