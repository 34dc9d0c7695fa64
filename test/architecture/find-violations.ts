import {posix} from 'node:path';
import {findCycles} from './find-cycles.ts';
import {readImports} from './read-imports.ts';
import {rooms} from './rooms.ts';

/** Source texts by their path below `src/`: `core/consent.ts`, `index.ts`. */
export type Sources = Readonly<Record<string, string>>;

const drawers = /(^|\/)(utils?|helpers?|lib|common)\//;
// `consent.ts`, `banner.styles.ts`; a locale is named by its BCP 47 tag: `zh-TW.ts`.
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/;
const tag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\.ts$/;

const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : undefined);
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

function checkName(path: string): string[] {
  const name = posix.basename(path);
  const room = roomOf(path);
  const problems: string[] = [];
  if (drawers.test(path)) problems.push(`${path}: a folder named so collects what belongs nowhere`);
  if (!kebab.test(name) && !(room === 'locales' && tag.test(name))) problems.push(`${path}: not kebab-case`);
  if (room !== undefined && !rooms[room]) problems.push(`${path}: no room called ${room}/`);
  return problems;
}

function checkPackage(from: string, specifier: string): string[] {
  const room = roomOf(from);
  const allowed = room === undefined ? [] : (rooms[room]?.packages ?? []);
  return allowed.includes(packageOf(specifier)) ? [] : [`${from} → ${specifier}: not a package it may use`];
}

function checkArrow(from: string, to: string): string[] {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (room === undefined) return [];
  if (target === undefined) return [`${from} → ${to}: a room does not use a door`];
  if (room === target || rooms[room]?.rooms.includes(target)) return [];
  return [`${from} → ${to}: ${room} must not import ${target}`];
}

/** These two put on one page what the other doors bring one by one; src/README.md says why. */
const gathering = ['define.ts', 'script-all.ts'];

/** Every place where the sources break the rules of the house, with the two files it is between. */
export function findViolations(sources: Sources): string[] {
  const violations: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of Object.entries(sources)) {
    const {imports, hasDefaultExport, pageGlobals} = readImports(path, text);
    const targets: string[] = [];
    violations.push(...checkName(path));
    if (hasDefaultExport) violations.push(`${path}: a default export`);
    // The core runs in Node as it does in a page.
    for (const name of roomOf(path) === 'core' ? pageGlobals : []) {
      violations.push(`${path}: core must not know "${name}"`);
    }
    for (const specifier of imports) {
      if (!specifier.startsWith('.')) {
        violations.push(...checkPackage(path, specifier));
        continue;
      }
      const target = posix.join(posix.dirname(path), specifier);
      if (sources[target] === undefined) violations.push(`${path} → ${specifier}: no such file`);
      else targets.push(target);
      violations.push(...checkArrow(path, target));
    }
    const doors = new Set(
      targets.filter((target) => roomOf(path) === undefined && roomOf(target) === undefined),
    );
    if (doors.size > 1 && !gathering.includes(path))
      violations.push(`${path} → ${[...doors].join(', ')}: a door extends one other door at most`);
    graph.set(path, targets);
  }
  return [...violations, ...findCycles(graph).map((cycle) => `${cycle.join(' → ')}: a cycle`)];
}
