import {declaredPurposes, type Mode, type Site} from './life-story-model.ts';

/** As a server would write it, with no help of the library. */
export const serverRecord = (mode: Mode, time: number, site: Site) =>
  [
    `mode=${mode}`,
    `time=${encodeURIComponent(new Date(time).toISOString().replace(/\.\d+/, ''))}`,
    `policy=${site.major}.${site.minor}`,
    `purposes=${declaredPurposes(site).join('+') || 'necessary'}`,
    ...(site.services.length ? [`services=${site.services.map(({id}) => id).join('+')}`] : []),
    `id=${'0a'.repeat(16)}`,
    'given=api',
    'language=-',
    'text=-',
    'library=server',
  ].join('&');
