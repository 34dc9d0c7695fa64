/** Whether a name is the one declared, `*` standing for any characters. */
export declare const matches: (declared: string, name: string) => boolean;
