import type { Messages } from '../i18n/messages.js';
/** Whether a native speaker has reviewed these texts. */
export declare const reviewed = false;
export declare const notice: {
    region: string;
    heading: string;
    text: string;
    textNoCost: string;
    thirdParties: string;
    clauseSeparator: string;
    lastClauseSeparator: string;
    twoClauseSeparator: string;
    sentenceGap: string;
    policyLink: string;
    acceptAll: string;
    notify: string;
    refuseAll: string;
    settings: string;
    sharedComputer: string;
    sharedComputerHint: string;
    pageOnly: string;
    gpcHonoured: string;
    revised: string;
    revisedHeading: string;
    revisedOn: string;
    revisedChooseAgain: string;
    revisedChanges: string;
    revisedLink: string;
    minorHeading: string;
    minorText: string;
    minorDismiss: string;
};
export declare const confirmation: {
    region: string;
    acceptAll: string;
    notify: string;
    refuseAll: string;
    answers: string;
    withAnswers: string;
    withdrawn: string;
    erased: string;
    change: string;
    keptUntil: string;
    keptForSession: string;
    hide: string;
    reload: string;
    reloadText: string;
    removed: {
        other: string;
    };
    notRemoved: {
        other: string;
    };
    details: string;
};
export declare const question: {
    region: string;
    serviceHeading: string;
    cookieHeading: string;
    groupHeading: {
        other: string;
    };
    appearedHeading: string;
    appearedGroupHeading: {
        other: string;
    };
    serviceText: string;
    cookieText: string;
    groupText: string;
    added: string;
    appearedText: string;
    accept: string;
    refuse: string;
    keep: string;
    delete: string;
    sameForPurpose: string;
    later: string;
    count: string;
    announcement: {
        other: string;
    };
    accepted: string;
    refused: string;
    putOff: string;
    provider: string;
    purpose: string;
    service: string;
    stores: string;
    keptLabel: string;
    writtenBy: string;
    address: string;
    domain: string;
    path: string;
    showValue: string;
    emptyValue: string;
    undeclared: string;
    unknown: string;
    thisSite: string;
    policyOf: string;
};
export declare const settings: {
    title: string;
    intro: string;
    close: string;
    currentHeading: string;
    currentNone: string;
    currentChoice: string;
    currentWithAnswers: string;
    givenOn: string;
    givenHow: string;
    how: {
        button: string;
        settings: string;
        question: string;
        api: string;
        gpc: string;
        automatic: string;
    };
    keptLabel: string;
    policyVersion: string;
    policyUpdated: string;
    receiptId: string;
    modesLegend: string;
    acceptAllHint: string;
    notifyHint: string;
    refuseAllHint: string;
    modesClear: string;
    finerHeading: string;
    answersFor: string;
    accept: string;
    notify: string;
    refuse: string;
    inherit: string;
    fromMode: string;
    fromPurpose: string;
    fromService: string;
    fromAdded: string;
    fromNothing: string;
    without: string;
    alwaysAllowed: string;
    nothingElse: string;
    cookieAnswers: string;
    provider: string;
    policy: string;
    stores: string;
    storesNothing: string;
    kept: string;
    keptItem: string;
    declaredHeading: string;
    save: string;
    chooseFirst: string;
    recordHeading: string;
    noRecord: string;
    print: string;
    eraseHint: string;
    eraseConfirm: string;
    cancel: string;
    clearNow: string;
    clearNowHint: string;
    reportHeading: string;
    reportNothing: string;
    reportRemoved: string;
    reportKept: string;
    reasons: {
        'http-only': string;
        'in-use': string;
        blocked: string;
        'not-loaded': string;
    };
    browserHelp: string;
};
export declare const rights: {
    noticeHeading: string;
    agency: string;
    purpose: string;
    categories: string;
    period: string;
    area: string;
    recipients: string;
    manner: string;
    rights: string;
    effect: string;
    heading: string;
    intro: string;
    view: {
        label: string;
        button: string;
    };
    copy: {
        label: string;
        button: string;
    };
    correct: {
        label: string;
        button: string;
    };
    stop: {
        label: string;
        button: string;
    };
    erase: {
        label: string;
        button: string;
    };
    contactFor: string;
    contactSite: string;
    contactHeading: string;
    officer: string;
    phone: string;
    extension: string;
    email: string;
    hours: string;
};
export declare const embed: {
    region: string;
    missingFrom: string;
    missing: string;
    missingContent: string;
    whyUndecided: string;
    whyRefused: string;
    whyAsk: string;
    whySignal: string;
    whyServiceRefused: string;
    whyAdded: string;
    without: string;
    once: string;
    always: string;
    onceHint: string;
    settings: string;
    policyOf: string;
    shown: string;
    shownContent: string;
};
export declare const table: {
    captionFor: string;
    name: string;
    service: string;
    kind: string;
    kept: string;
    description: string;
    now: string;
    nowAllowed: string;
    nowRefused: string;
    nowAsk: string;
    nowUndecided: string;
    nowNecessary: string;
    ownRecord: string;
    kinds: {
        cookie: string;
        'local-storage': string;
        'session-storage': string;
        'indexed-db': string;
        cache: string;
        'service-worker': string;
    };
};
export declare const purposes: {
    necessary: {
        label: string;
        inText: string;
        description: string;
        withoutIt: string;
    };
    personalization: {
        label: string;
        description: string;
        withoutIt: string;
    };
    activity: {
        label: string;
        description: string;
        withoutIt: string;
    };
    statistics: {
        label: string;
        description: string;
        withoutIt: string;
    };
};
export declare const time: {
    session: string;
    untilDeleted: string;
    until: string;
    lasting: string;
    lastingUntil: string;
    notStated: string;
};
/** All texts in Traditional Chinese as written in Taiwan. */
export declare const messages: Messages;
