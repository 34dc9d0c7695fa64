import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {configExample} from '../../src/setup/config-example.ts';
import {declare} from '../../src/setup/declare.ts';
import {codeBlocks, readme, type CodeBlock} from './code-blocks.ts';

const root = new URL('../..', import.meta.url).pathname;
const named = ({language, line}: CodeBlock) => `${language}, line ${line}`;
const env = {...process.env, NODE_OPTIONS: ''};

const options = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noUnusedLocals: true,
    noEmit: true,
  },
  include: ['*.ts'],
};

describe('README.md', () => {
  let folder: string;

  before(() => {
    // Inside the package, so that the package finds itself by its name.
    mkdirSync(join(root, 'build'), {recursive: true});
    folder = mkdtempSync(join(root, 'build/readme-'));
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  it('shows code only in languages that are tested', () => {
    const languages = new Set([...readme.matchAll(/^```(\w*)[^`]*?^```$/gm)].map(([, language]) => language));
    assert.deepEqual(
      [...languages].sort(),
      ['', 'css', 'html', 'js', 'json', 'php', 'python', 'sh', 'ts'].filter((one) => languages.has(one)),
    );
  });

  for (const block of codeBlocks('json')) {
    if (block.note) it(`shows JSON (${named(block)})`, () => void JSON.parse(block.code));
    else
      it(`shows a configuration that is accepted (${named(block)})`, () =>
        void declare(JSON.parse(block.code)));
  }

  for (const block of codeBlocks('html')) {
    for (const [, json = ''] of block.code.matchAll(/type="application\/json"[^>]*>([^]*?)<\/script>/g))
      it(`shows a page whose configuration is accepted (${named(block)})`, () =>
        void declare(JSON.parse(json)));
  }

  it('shows TypeScript that compiles against the types of the package', () => {
    assert.ok(existsSync(join(root, 'dist/types/index.d.ts')), 'dist/ is missing: npm run build');
    const blocks = codeBlocks('ts');
    assert.ok(blocks.length > 4);
    for (const {line, code} of blocks) writeFileSync(join(folder, `line-${line}.ts`), code);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
    const {stdout, status} = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], {
      encoding: 'utf8',
      env,
    });
    assert.equal(status, 0, stdout);
  });

  for (const block of codeBlocks('js')) {
    it(`shows code for Node that says what it says it does (${named(block)})`, () => {
      const file = join(folder, `line-${block.line}.mjs`);
      writeFileSync(file, block.code);
      const said = execFileSync(process.execPath, [file], {encoding: 'utf8', env});
      const promised = [...block.code.matchAll(/^console\.log\(.*\); \/\/ (\w+)/gm)].map(([, word]) => word);
      assert.ok(promised.length > 0);
      assert.deepEqual(said.trim().split('\n'), promised);
    });
  }

  for (const {language, command, after: ask} of [
    {language: 'python', command: 'python3', after: 'print("true" if refused else "false")'},
    {language: 'php', command: 'php', after: "echo $refused ? 'true' : 'false';"},
  ]) {
    const missing = spawnSync(command, ['--version'], {env}).status !== 0 && `${command} is not installed`;
    for (const block of codeBlocks(language)) {
      it(`shows ${language} that reads a refusal`, {skip: missing}, () => {
        const read = (cookie: string) => {
          const given = JSON.stringify(cookie);
          const code =
            language === 'php'
              ? `$_SERVER['HTTP_COOKIE'] = ${given};\n${block.code}${ask}`
              : `environ = {"HTTP_COOKIE": ${given}}\n${block.code}${ask}`;
          return execFileSync(command, [language === 'php' ? '-r' : '-c', code], {
            encoding: 'utf8',
            env,
          }).trim();
        };
        assert.equal(read('a=b; cookie_consent=mode=refuse-all&time=2026'), 'true');
        assert.equal(read('cookie_consent=mode=refuse-all&time=2026'), 'true');
        assert.equal(read('cookie_consent=mode=accept-all&time=2026'), 'false');
        assert.equal(read('my_cookie_consent=mode=refuse-all&time=2026'), 'false');
      });
    }
  }

  it('names every key that a configuration may have', () => {
    const table = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('## API'));
    const {'policy!': policy, services, ...rest} = configExample;
    const keys = [
      ...Object.keys(policy),
      ...services.flatMap((service) => Object.keys(service)),
      ...Object.entries(rest).flatMap(([key, value]) => [
        key,
        ...(value instanceof Object && !Array.isArray(value) ? Object.keys(value) : []),
      ]),
    ];
    const missing = keys
      .map((key) => key.replace('!', ''))
      .filter((key) => key !== '*' && !new RegExp(`[\`.]${key}[\`[.]`).test(table));
    assert.deepEqual(missing, []);
  });

  it('lists as npm only the members that the script-tag build shortens away, and no other', () => {
    const [, own = ''] =
      /const own = `([^`]*)`/.exec(readFileSync(join(root, 'rollup.config.mjs'), 'utf8')) ?? [];
    const script = readFileSync(join(root, 'dist/cookie-modes.js'), 'utf8');
    const api = readme.slice(readme.indexOf('## API'), readme.indexOf('### Events'));
    const [both = [], npmOnly = []] = api
      .split('\nNpm only')
      .map((table) =>
        [...table.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
          [...cell.matchAll(/`(\w+)/g)].map(([, member = '']) => member),
        ),
      );
    assert.ok(both.length > 8 && npmOnly.length > 5);
    // A getter or method of the class, or a property that its constructor sets.
    const named = (member: string) => new RegExp(`[;{}\\s]${member}\\(|this\\.${member}=`).test(script);
    assert.deepEqual(
      both.filter((member) => !named(member)),
      [],
    );
    const shortened = own.split(/\s+/);
    assert.deepEqual(
      npmOnly.filter((member) => !shortened.includes(member)),
      [],
    );
    assert.deepEqual(
      both.filter((member) => shortened.includes(member)),
      [],
    );
  });

  it('links to headings and files that are there', () => {
    const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) =>
      link.startsWith('#')
        ? !headings.includes(link.slice(1))
        : !/^https:/.test(link) && !existsSync(join(root, link)),
    );
    assert.deepEqual(broken, []);
  });
});
