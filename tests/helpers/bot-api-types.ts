import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A declaration of the installed types of the Bot API. */
type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

// Those that grammY has.
const FOLDER = dirname(createRequire(import.meta.resolve('grammy')).resolve('@grammyjs/types'));
let declared: ReadonlyMap<string, Declared> | undefined;
let methods: ReadonlyMap<string, ts.MethodSignature> | undefined;

/**
 * Faults of a call by the installed types, which know the newest methods: a method or parameter that there is not, a
 * value of another kind, a parameter that is missing.
 */
export function faultsByTypes(method: string, body: Readonly<Record<string, unknown>>): string[] {
  const signature = methodsOf().get(method);
  if (!signature) return [`there is no method ${method}`];
  const [parameters] = signature.parameters;
  return parameters?.type ? faultsOf(parameters.type, body, '') : [];
}

/** Faults of an update of one kind by the same types: a kind that there is not, or another part of a message. */
export function faultsOfUpdate(update: Readonly<Record<string, unknown>>): string[] {
  const [declaration] = named('Update', undefined);
  return declaration ? faultsOfParts(membersOf(declaration), update, '') : ['there are no updates'];
}

function declarations(): ReadonlyMap<string, Declared> {
  if (declared) return declared;
  const all = new Map<string, Declared>();
  const read = (nodes: ts.NodeArray<ts.Statement>, within: string): void => {
    for (const node of nodes) {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) all.set(within + node.name.text, node);
      if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body))
        read(node.body.statements, `${within}${node.name.text}.`);
    }
  };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest, true);
    read(source.statements, '');
  }
  declared = all;
  return all;
}

function methodsOf(): ReadonlyMap<string, ts.MethodSignature> {
  if (methods) return methods;
  const node = declarations().get('ApiMethods');
  const members = node === undefined ? [] : membersOf(node);
  methods = new Map(members.flatMap((one) => (ts.isMethodSignature(one) ? [[one.name.getText(), one]] : [])));
  return methods;
}

/** Members of a type that is made of others; undefined if it is another type. */
function membersTogether(type: ts.TypeNode): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (ts.isTypeReferenceNode(type)) {
    const [found] = named(type.typeName.getText(), type);
    if (!found) return undefined;
    return ts.isTypeAliasDeclaration(found) ? membersTogether(found.type) : membersOf(found);
  }
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  const parts = type.types.map(membersTogether);
  return parts.flatMap((part) => part ?? []);
}

function membersOf(node: Declared): readonly ts.TypeElement[] {
  if (ts.isTypeAliasDeclaration(node)) return membersTogether(node.type) ?? [];
  const above = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap((type) => named(type.getText(), node)),
  );
  return [...above.flatMap(membersOf), ...node.members];
}

/** By its name, which may be of the same namespace. */
function named(name: string, from: ts.Node | undefined): readonly Declared[] {
  const all = declarations();
  const inner = from && ts.findAncestor(from, ts.isModuleDeclaration)?.name.getText();
  const found = (inner === undefined ? undefined : all.get(`${inner}.${name}`)) ?? all.get(name);
  return found ? [found] : [];
}

function faultsOf(type: ts.TypeNode, value: unknown, at: string): string[] {
  if (ts.isUnionTypeNode(type)) {
    const each = type.types.map((one) => faultsOf(one, value, at));
    return each.reduce((least, one) => (one.length < least.length ? one : least));
  }
  if (ts.isParenthesizedTypeNode(type)) return faultsOf(type.type, value, at);
  if (ts.isTypeOperatorNode(type)) return faultsOf(type.type, value, at);
  if (ts.isArrayTypeNode(type))
    return Array.isArray(value)
      ? value.flatMap((one: unknown, index) => faultsOf(type.elementType, one, `${at}/${index}`))
      : [`${at} is no list`];
  if (ts.isTypeLiteralNode(type)) return faultsOfParts(type.members, value, at);
  if (ts.isIntersectionTypeNode(type)) return faultsOfParts(membersTogether(type) ?? [], value, at);
  if (ts.isLiteralTypeNode(type)) return JSON.stringify(value) === quoted(type) ? [] : [`${at} is not ${quoted(type)}`];
  if (ts.isTypeReferenceNode(type)) {
    const [found] = named(type.typeName.getText(), type);
    if (!found) return [];
    return ts.isTypeAliasDeclaration(found)
      ? faultsOf(found.type, value, at)
      : faultsOfParts(membersOf(found), value, at);
  }
  const kind = KINDS.get(type.kind);
  return kind === undefined || typeof value === kind ? [] : [`${at} is no ${kind}`];
}

const quoted = (type: ts.LiteralTypeNode): string => type.getText().replaceAll("'", '"');

const KINDS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
]);

function faultsOfParts(members: readonly ts.TypeElement[], value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const known = new Map(members.filter(ts.isPropertySignature).map((one) => [one.name.getText(), one]));
  const parts = Object.entries(value as Record<string, unknown>);
  const given = new Set(parts.map(([name]) => name));
  const isNeeded = ({ questionToken, type }: ts.PropertySignature) =>
    questionToken === undefined && type?.kind !== ts.SyntaxKind.UndefinedKeyword;
  const missing = [...known].filter(([name, one]) => isNeeded(one) && !given.has(name));
  return [
    ...missing.map(([name]) => `${at}/${name} is missing`),
    ...parts.flatMap(([name, part]) => {
      const one = known.get(name);
      if (!one) return [`${at}/${name} is unknown`];
      return one.type ? faultsOf(one.type, part, `${at}/${name}`) : [];
    }),
  ];
}
