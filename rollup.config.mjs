import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {basename, relative} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {create as analyze, ts as analyzerTs} from '@custom-elements-manifest/analyzer';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import {minify} from 'terser';
import ts from 'typescript';

const dir = process.env.BUILD_DIR ?? 'dist';
const tags = readdirSync('src/locales').map((file) => file.replace('.ts', ''));
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! cookie-modes ${version}; see LICENSES.txt */`;

/** The licences of everything that the files contain. */
function licences() {
  const packages = ['js-cookie', 'lit'].map((name) => [name, `node_modules/${name}/LICENSE`]);
  return [['cookie-modes', 'LICENSE'], ...packages]
    .map(([name, file]) => `${name}\n\n${readFileSync(file, 'utf8').trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Puts the tags of the files in src/locales where the source says `__LOCALES__`. */
const localeTags = {
  name: 'locale-tags',
  transform: (code) =>
    code.includes('__LOCALES__') ? {code: code.replaceAll('__LOCALES__', tags.join(' ')), map: null} : null,
};

/** A page that starts with the script tag never detaches anything: what could is left out, and so is what stands for nothing to detach. */
const staysAttached = {
  name: 'stays-attached',
  transform: (code, id) =>
    id.endsWith('/core/detachable.ts')
      ? {code: 'export const detachable = false;', map: null}
      : {code: code.replaceAll('return stay;', 'return;'), map: null},
};

/** Takes the English texts apart, so that each file of the script-tag build carries just its own sections of them. */
const englishBySection = {
  name: 'english-by-section',
  transform: (code, id) =>
    basename(id).startsWith('script-')
      ? {
          code: code.replace(/import \{([^}]*)\} from ['"]\.\/locales\/en\.js['"];/g, (_, names) =>
            names.replace(/\w+/g, (name) => `import {${name}} from 'english:${name}';`).replaceAll(',', ''),
          ),
          map: null,
        }
      : null,
  resolveId: (source) => (source.startsWith('english:') ? source : null),
  load: (id) =>
    id.startsWith('english:')
      ? {
          code: ts.transpile(readFileSync('src/locales/en.ts', 'utf8'), {target: 'es2022', module: 'esnext'}),
          map: null,
        }
      : null,
};

/** Browsers need no indentation in styles and templates. */
const closeUp = {
  name: 'close-up',
  transform(code, id) {
    if (!id.includes('/src/ui/')) return null;
    if (id.endsWith('.styles.ts')) {
      const close = code.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ');
      return {code: close.replace(/ ?([{};,>]) ?/g, '$1').replaceAll(': ', ':'), map: null};
    }
    return {code: code.replace(/\n\s+(?=<|\$\{)|(?<=>)\n\s+/g, ' '), map: null};
  },
};

/** TypeScript wraps each computed import in a helper, for the case that it names a `.ts` file; ours name built files. */
const plainImports = {
  name: 'plain-imports',
  transform: (code) =>
    code.includes('__rewriteRelativeImportExtension(')
      ? {code: code.replaceAll('__rewriteRelativeImportExtension(', '('), map: null}
      : null,
};

const compile = () => [typescript({tsconfig: 'src/tsconfig.build.json'}), plainImports];
// Names that the files of the script-tag build share among themselves, and nobody else uses: no part of the contract, of a
// configuration, or of the DOM. All files shorten them alike.
const nameCache = {};
const own = `lane carryOut shut attempt appeared deletion held outdated owner postpone purposeOf signalled verdict written acknowledge reread
  appearedCookies decided drop waited present decide questions announce addEnglish localized spoken uncovered undoing tell`;
const mangled = new RegExp(`^(${own.split(/\s+/).join('|')})$`);
const compress = {
  passes: 4,
  // Only whole numbers are counted with here.
  unsafe_math: true,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  keep_fargs: false,
  pure_getters: true,
};
/** Ways to write the same; which of them comes out smallest changes with every change of the source. */
const ways = [{}, {hoist_funs: true}, {hoist_vars: true}].flatMap((hoist) =>
  [true, false].flatMap((sequences) =>
    [true, false].map((negate_iife) => ({...hoist, sequences, negate_iife})),
  ),
);
const sent = (code) => brotliCompressSync(code, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;

/** Files are minified one after the other: each takes over the short names of those before it. */
let last = Promise.resolve();

/** Minifies a file in several ways, and keeps the one that is smallest as a server sends it. */
async function smallestOf(source, fileName, ways) {
  const {props} = nameCache;
  let best;
  for (const way of ways) {
    const names = {props: structuredClone(props)};
    const made = await minify(source, {
      ecma: 2022,
      module: true,
      toplevel: true,
      sourceMap: true,
      nameCache: names,
      mangle: {properties: {regex: mangled}},
      compress: {...compress, ...way},
      format: {comments: (_, {value}) => value.startsWith('! cookie-modes')},
    });
    nameCache.props = names.props;
    const size = sent(`${made.code}\n//# sourceMappingURL=${fileName}.map\n`);
    if (!best || size < best.size) best = {...made, size};
  }
  return {code: best.code, map: best.map};
}

const smallest = (ways) => ({
  name: 'smallest',
  renderChunk: (source, {fileName}) => (last = last.then(() => smallestOf(source, fileName, ways))),
});

/** Modules that the notice needs too lie in its file; what only several other parts share lies in one of its own. */
function shareOut(id, {getModuleInfo}) {
  const reached = (entry) => {
    const found = new Set();
    const visit = (one) => {
      if (found.has(one)) return;
      found.add(one);
      getModuleInfo(one)?.importedIds.forEach(visit);
    };
    visit(entry);
    return found.has(id);
  };
  const entry = (name) => new URL(`src/script-${name}.ts`, import.meta.url).pathname;
  if (reached(entry('ui'))) return 'ui';
  return parts.filter((name) => reached(entry(name))).length > 1 ? 'words' : null;
}

const parts = ['ui', 'question', 'settings', 'embed', 'table'];
const fileName = ({name}) => `cookie-modes-${name.replace('script-', '')}.js`;
const sizes = {
  name: 'sizes',
  generateBundle(_, bundle) {
    for (const {fileName, modules} of Object.values(bundle)) {
      for (const [id, {renderedLength}] of Object.entries(modules ?? {}))
        console.log(fileName, renderedLength, id);
    }
  },
};

/** Classic scripts for pages, and the modules that they load when they need them. */
const scripts = (input, output, more = [], tried = [{hoist_funs: true}]) => ({
  input,
  preserveEntrySignatures: 'allow-extension',
  output: {sourcemap: true, banner, ...output},
  plugins: [localeTags, ...more, nodeResolve(), compile(), smallest(tried), process.env.SIZES ? sizes : []],
});
const modules = {dir, format: 'es', entryFileNames: fileName, chunkFileNames: fileName};

/** Types beside the modules, their imports naming what is really there. */
const declarations = {
  name: 'declarations',
  generateBundle() {
    const {config} = ts.readConfigFile('src/tsconfig.json', ts.sys.readFile);
    const {options, fileNames} = ts.parseJsonConfigFileContent(config, ts.sys, 'src');
    const program = ts.createProgram(fileNames, {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: 'types',
    });
    program.emit(undefined, (fileName, text) => {
      const source = text.replace(/(from |import\()(['"])([^'"]*)\.ts\2/g, '$1$2$3.js$2');
      this.emitFile({type: 'asset', fileName: relative('.', fileName), source});
    });
  },
};

/** What the elements offer (slots, parts, attributes, properties), for editors and catalogues; read from the comments on them. */
const customElementsJson = {
  name: 'custom-elements-json',
  generateBundle() {
    const sources = readdirSync('src/ui')
      .filter((file) => /^[^.]+\.ts$/.test(file))
      .sort();
    const {modules} = analyze({
      modules: sources.map((file) =>
        analyzerTs.createSourceFile(
          `src/ui/${file}`,
          readFileSync(`src/ui/${file}`, 'utf8'),
          analyzerTs.ScriptTarget.ES2022,
          true,
        ),
      ),
    });
    const declarations = modules
      .flatMap((module) => module.declarations)
      .filter((one) => one.tagName)
      .map((one) => ({
        ...one,
        superclass: undefined, // not among the modules described
        members: one.members
          ?.filter((member) => !member.privacy && !member.static && /^[a-z]/.test(member.name))
          .map((member) => ({...member, inheritedFrom: undefined})),
      }));
    const path = 'dist/elements.js';
    const manifest = {
      schemaVersion: '1.0.0',
      modules: [
        {
          kind: 'javascript-module',
          path,
          declarations,
          exports: declarations.map(({name}) => ({kind: 'js', name, declaration: {name, module: path}})),
        },
        {
          kind: 'javascript-module',
          path: 'dist/define.js',
          declarations: [],
          exports: declarations.map(({name, tagName}) => ({
            kind: 'custom-element-definition',
            name: tagName,
            declaration: {name, module: path},
          })),
        },
      ],
    };
    const source = `${JSON.stringify(manifest, null, 2)}\n`;
    this.emitFile({type: 'asset', fileName: 'custom-elements.json', source});
  },
};

/** Modules for bundlers, as they are, with Lit and js-cookie left to them. */
const library = {
  input: {
    index: 'src/index.ts',
    elements: 'src/elements.ts',
    define: 'src/define.ts',
    'signals/google-consent-mode': 'src/signals/google-consent-mode.ts',
    'signals/matomo': 'src/signals/matomo.ts',
    ...Object.fromEntries(tags.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`])),
  },
  external: [/^lit/, 'js-cookie'],
  output: {
    dir,
    format: 'es',
    sourcemap: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
  },
  plugins: [localeTags, nodeResolve(), compile(), declarations, customElementsJson],
};

rmSync(dir, {recursive: true, force: true});
mkdirSync(dir, {recursive: true});
writeFileSync(`${dir}/LICENSES.txt`, licences());

export default [
  scripts('src/script.ts', {file: `${dir}/cookie-modes.js`, format: 'iife'}, [staysAttached], ways),
  scripts({gate: 'src/script-gate.ts'}, modules, [staysAttached]),
  scripts({undo: 'src/script-undo.ts'}, modules, [staysAttached]),
  scripts(
    Object.fromEntries(parts.map((name) => [name, `src/script-${name}.ts`])),
    {...modules, manualChunks: shareOut},
    [englishBySection, closeUp],
  ),
  scripts(
    'src/script-all.ts',
    {file: `${dir}/cookie-modes.all.js`, format: 'iife', inlineDynamicImports: true},
    [staysAttached, closeUp],
  ),
  library,
];
