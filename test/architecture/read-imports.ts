import ts from 'typescript';

/** What one source file says about its neighbours. */
export interface SourceFacts {
  /** Every module named in an import, an export-from, an `import()` or an `import('…')` type, in order. */
  imports: string[];
  hasDefaultExport: boolean;
  /** The globals of a page the file mentions, as values. */
  pageGlobals: Set<string>;
}

const pageGlobals = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage'];

// A name is a mention of the global unless it names a member: `{document: …}`, `event.document`.
function pageGlobal(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || !pageGlobals.includes(node.text)) return undefined;
  const {parent} = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? node.text : undefined;
  return 'name' in parent && parent.name === node ? undefined : node.text;
}

const textOf = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? [node.text] : []);

function importedBy(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (ts.isExternalModuleReference(node)) return textOf(node.expression);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0]);
  }
  return [];
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({kind}) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

/** Reads the imports of a TypeScript file with the compiler's own parser, types included. */
export function readImports(path: string, text: string): SourceFacts {
  const facts: SourceFacts = {imports: [], hasDefaultExport: false, pageGlobals: new Set()};
  const visit = (node: ts.Node) => {
    facts.imports.push(...importedBy(node));
    facts.hasDefaultExport ||= isDefaultExport(node);
    const name = pageGlobal(node);
    if (name) facts.pageGlobals.add(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return facts;
}
