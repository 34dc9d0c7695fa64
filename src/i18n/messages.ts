/** A text whose wording depends on a number: by `Intl.PluralRules` category, or one string for all numbers; always filled with {count}. */
export type Counted =
  | string
  | ({readonly other: string} & {readonly [category in 'zero' | 'one' | 'two' | 'few' | 'many']?: string});

/** What is said of a purpose. */
export interface PurposeTexts {
  /** A short noun phrase, as in a heading. */
  readonly label: string;
  /** The same as it reads inside a sentence ("cookies for …"), where that differs from the label. */
  readonly inText?: string;
  /** One sentence: what it is for. */
  readonly description: string;
  /** What refusing costs: a clause that goes on after "If you refuse, " (no capital, no full stop). Empty where it costs nothing. */
  readonly withoutIt: string;
}

/**
 * Every text a visitor can meet, in sections, so that a bundle takes only the sections it shows.
 * Plain text: no markup. `{words in braces}` are filled in by `fill()`; each is named beside its key.
 */
export interface Messages {
  /** The BCP 47 tag of these texts, for `lang` and `Intl`. */
  readonly language: string;

  /** The notice: the first thing shown, and its variants. */
  readonly notice: {
    /** Name of the region; contains the word cookie in every language, for tools that look for it. */
    readonly region: string;
    readonly heading: string;
    /** {purposes}: list of `inText`. {without}: `withoutIt` clauses joined. {retention}: a duration in words, such as "6 months". */
    readonly text: string;
    /** The same where the site does not say what refusing costs. {purposes}, {retention} */
    readonly textNoCost: string;
    /** {providers}: list of providers that are not the site itself. */
    readonly thirdParties: string;
    /** Between two `withoutIt` clauses. */
    readonly clauseSeparator: string;
    /** Between the last two of three or more. */
    readonly lastClauseSeparator: string;
    /** Between the clauses where there are just two. */
    readonly twoClauseSeparator: string;
    /** Between two sentences in one paragraph: a space, or nothing in Chinese and Japanese. */
    readonly sentenceGap: string;
    readonly policyLink: string;
    readonly acceptAll: string;
    readonly notify: string;
    readonly refuseAll: string;
    /** The quieter fourth button; also the footer button and the title of the settings. */
    readonly settings: string;
    /** A checkbox; its label goes on with the hint. */
    readonly sharedComputer: string;
    readonly sharedComputerHint: string;
    /** Storage is blocked. */
    readonly pageOnly: string;
    /** Global Privacy Control was heard. {refuseAll}: the label of that button. */
    readonly gpcHonoured: string;
    /** Major revision: the mark beside the heading. */
    readonly revised: string;
    readonly revisedHeading: string;
    /** {date} */
    readonly revisedOn: string;
    readonly revisedChooseAgain: string;
    /** Label of the list of particulars. */
    readonly revisedChanges: string;
    readonly revisedLink: string;
    /** Minor revision: the choice stands. */
    readonly minorHeading: string;
    readonly minorText: string;
    readonly minorDismiss: string;
  };

  /** The short message after a choice. */
  readonly confirmation: {
    readonly region: string;
    readonly acceptAll: string;
    readonly notify: string;
    readonly refuseAll: string;
    /** After finer answers without a mode. */
    readonly answers: string;
    /** After a mode with finer answers. {mode}: the label of its button. */
    readonly withAnswers: string;
    readonly withdrawn: string;
    readonly erased: string;
    /** {settings}: the label of the settings button. */
    readonly change: string;
    /** {date}: last day the choice is kept. */
    readonly keptUntil: string;
    /** Shared computer. */
    readonly keptForSession: string;
    readonly hide: string;
    readonly reload: string;
    readonly reloadText: string;
    /** {count} */
    readonly removed: Counted;
    /** {count} */
    readonly notRemoved: Counted;
    /** Link or button to the report in the settings. */
    readonly details: string;
  };

  /** One thing waiting for an answer in notify mode. */
  readonly question: {
    /** Name of the region; contains the word cookie. */
    readonly region: string;
    /** {service} */
    readonly serviceHeading: string;
    /** {name} */
    readonly cookieHeading: string;
    /** Several held writes of one service on one card. {count}, {service} */
    readonly groupHeading: Counted;
    /** A cookie that appeared by itself. {name} */
    readonly appearedHeading: string;
    /** Several of them on one card. {count} */
    readonly appearedGroupHeading: Counted;
    readonly serviceText: string;
    readonly cookieText: string;
    readonly groupText: string;
    /** Of a service or purpose that was declared after the choice. */
    readonly added: string;
    /** {keep}, {delete}: the labels of the two buttons. */
    readonly appearedText: string;
    readonly accept: string;
    readonly refuse: string;
    /**
     * For a cookie that appeared by itself. The labels stay in the accept/refuse family: privacy extensions match the whole label
     * and press the refusing one; beside "Keep" and "Delete" they would see nothing to refuse.
     */
    readonly keep: string;
    readonly delete: string;
    /** A checkbox. {purpose} */
    readonly sameForPurpose: string;
    readonly later: string;
    /** {current}, {total} */
    readonly count: string;
    /** Announced once per burst. {count} */
    readonly announcement: Counted;
    /** Announced after an answer. {name} */
    readonly accepted: string;
    readonly refused: string;
    readonly putOff: string;
    /** Labels of the particulars. */
    readonly provider: string;
    readonly purpose: string;
    readonly service: string;
    readonly stores: string;
    readonly keptLabel: string;
    readonly writtenBy: string;
    /** Web address of a script or frame that is to be loaded. */
    readonly address: string;
    readonly domain: string;
    readonly path: string;
    readonly showValue: string;
    readonly emptyValue: string;
    /** In place of a purpose the site has not declared. */
    readonly undeclared: string;
    readonly unknown: string;
    readonly thisSite: string;
    /** {provider} */
    readonly policyOf: string;
  };

  /** The settings dialog. The labels of the modes are those of the notice. */
  readonly settings: {
    readonly title: string;
    readonly intro: string;
    readonly close: string;
    /** The choice in force. */
    readonly currentHeading: string;
    readonly currentNone: string;
    readonly currentChoice: string;
    /** Mode in force plus finer answers. {mode} */
    readonly currentWithAnswers: string;
    readonly givenOn: string;
    readonly givenHow: string;
    /** By the core's word for the way. */
    readonly how: {
      readonly button: string;
      readonly settings: string;
      readonly question: string;
      readonly api: string;
      readonly gpc: string;
      readonly automatic: string;
    };
    readonly keptLabel: string;
    readonly policyVersion: string;
    /** {date} */
    readonly policyUpdated: string;
    readonly receiptId: string;
    /** The three modes. */
    readonly modesLegend: string;
    readonly acceptAllHint: string;
    readonly notifyHint: string;
    readonly refuseAllHint: string;
    readonly modesClear: string;
    /** Finer answers. */
    readonly finerHeading: string;
    /** Name of a group of answers. {name} */
    readonly answersFor: string;
    readonly accept: string;
    readonly notify: string;
    readonly refuse: string;
    /** The answer that follows the level above, as an option. */
    readonly inherit: string;
    /** {answer}: the label of the answer in force, quoted by the text. */
    readonly fromMode: string;
    readonly fromPurpose: string;
    /** For a single cookie. {answer} */
    readonly fromService: string;
    /** Declared after the choice was made, so asked about. {answer} */
    readonly fromAdded: string;
    readonly fromNothing: string;
    /** {without}: the clause of the purpose. */
    readonly without: string;
    readonly alwaysAllowed: string;
    readonly nothingElse: string;
    /** Answers given for single cookies. */
    readonly cookieAnswers: string;
    readonly provider: string;
    readonly policy: string;
    readonly stores: string;
    readonly storesNothing: string;
    readonly kept: string;
    /** {kept}: a time in words. */
    readonly keptItem: string;
    readonly declaredHeading: string;
    readonly save: string;
    /** Save was pressed before anything was chosen. */
    readonly chooseFirst: string;
    /** The record. */
    readonly recordHeading: string;
    readonly noRecord: string;
    readonly print: string;
    readonly eraseHint: string;
    /** The button of the second step. */
    readonly eraseConfirm: string;
    readonly cancel: string;
    /** On a shared computer the same is called thus. */
    readonly clearNow: string;
    readonly clearNowHint: string;
    /** What withdrawal removed. */
    readonly reportHeading: string;
    readonly reportNothing: string;
    /** {name} */
    readonly reportRemoved: string;
    /** {name}, {reason}: one of `reasons` */
    readonly reportKept: string;
    /** By the core's word for the obstacle; each goes on after "because". */
    readonly reasons: {
      readonly 'http-only': string;
      /** An IndexedDB database open elsewhere. */
      readonly 'in-use': string;
      readonly blocked: string;
      /** The code that removes did not come. */
      readonly 'not-loaded': string;
    };
    readonly browserHelp: string;
  };

  /** Rights (PDPA Art. 3, GDPR 15–17) and the notice items (PDPA Art. 8). */
  readonly rights: {
    readonly noticeHeading: string;
    readonly agency: string;
    readonly purpose: string;
    readonly categories: string;
    readonly period: string;
    readonly area: string;
    readonly recipients: string;
    readonly manner: string;
    readonly rights: string;
    readonly effect: string;
    readonly heading: string;
    readonly intro: string;
    readonly view: {readonly label: string; readonly button: string};
    readonly copy: {readonly label: string; readonly button: string};
    readonly correct: {readonly label: string; readonly button: string};
    readonly stop: {readonly label: string; readonly button: string};
    readonly erase: {readonly label: string; readonly button: string};
    /** For data the site holds itself. {agency} */
    readonly contactFor: string;
    /** The same where the site gives no name. */
    readonly contactSite: string;
    readonly contactHeading: string;
    readonly officer: string;
    readonly phone: string;
    /** After the number. {extension} */
    readonly extension: string;
    readonly email: string;
    readonly hours: string;
  };

  /** The placeholder around something that is held back. */
  readonly embed: {
    /** Name of the placeholder's region. {service} */
    readonly region: string;
    /** {service}, {provider} */
    readonly missingFrom: string;
    /** {service} */
    readonly missing: string;
    /** Only the purpose is known. */
    readonly missingContent: string;
    /** {purpose} */
    readonly whyUndecided: string;
    readonly whyRefused: string;
    readonly whyAsk: string;
    readonly whySignal: string;
    readonly whyServiceRefused: string;
    /** It was declared after the choice. */
    readonly whyAdded: string;
    /** {without}: the clause of the purpose. */
    readonly without: string;
    readonly once: string;
    readonly always: string;
    /** How long "once" holds. */
    readonly onceHint: string;
    readonly settings: string;
    /** {provider} */
    readonly policyOf: string;
    /** Announced once the content is there. {service} */
    readonly shown: string;
    /** The same where it has no name. */
    readonly shownContent: string;
  };

  /** The declaration on the policy page. */
  readonly table: {
    /** Caption of one table per purpose. {purpose} */
    readonly captionFor: string;
    readonly name: string;
    readonly service: string;
    readonly kind: string;
    readonly kept: string;
    readonly description: string;
    readonly now: string;
    readonly nowAllowed: string;
    readonly nowRefused: string;
    readonly nowAsk: string;
    readonly nowUndecided: string;
    readonly nowNecessary: string;
    /** What the library's own record is for. */
    readonly ownRecord: string;
    /** By the core's word for the kind. */
    readonly kinds: {
      readonly cookie: string;
      readonly 'local-storage': string;
      readonly 'session-storage': string;
      readonly 'indexed-db': string;
      readonly cache: string;
      readonly 'service-worker': string;
    };
  };

  /** The built-in purposes. */
  readonly purposes: {
    readonly necessary: PurposeTexts;
    readonly personalization: PurposeTexts;
    readonly activity: PurposeTexts;
    readonly statistics: PurposeTexts;
  };

  /** How long something is kept, as it reads after the word "Kept". */
  readonly time: {
    readonly session: string;
    readonly untilDeleted: string;
    /** {date} */
    readonly until: string;
    /** {duration} */
    readonly lasting: string;
    /** {duration}, {date} */
    readonly lastingUntil: string;
    readonly notStated: string;
  };
}
